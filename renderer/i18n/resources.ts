import deApp from '#locales/de/app.json';
import deAttendance from '#locales/de/attendance.json';
import deCertificates from '#locales/de/certificates.json';
import deCommon from '#locales/de/common.json';
import deCourses from '#locales/de/courses.json';
import deDocuments from '#locales/de/documents.json';
import deEnrolment from '#locales/de/enrolment.json';
import deFailures from '#locales/de/failures.json';
import deImport from '#locales/de/import.json';
import deLists from '#locales/de/lists.json';
import dePeople from '#locales/de/people.json';
import deSetup from '#locales/de/setup.json';
import deWeek from '#locales/de/week.json';
import enApp from '#locales/en/app.json';
import enAttendance from '#locales/en/attendance.json';
import enCertificates from '#locales/en/certificates.json';
import enCommon from '#locales/en/common.json';
import enCourses from '#locales/en/courses.json';
import enDocuments from '#locales/en/documents.json';
import enEnrolment from '#locales/en/enrolment.json';
import enFailures from '#locales/en/failures.json';
import enImport from '#locales/en/import.json';
import enLists from '#locales/en/lists.json';
import enPeople from '#locales/en/people.json';
import enSetup from '#locales/en/setup.json';
import enWeek from '#locales/en/week.json';

/** All texts, bundled: nothing is fetched. German is the reference that the keys are typed by. */
export const german = {
  common: deCommon,
  app: deApp,
  setup: deSetup,
  people: dePeople,
  import: deImport,
  courses: deCourses,
  attendance: deAttendance,
  certificates: deCertificates,
  documents: deDocuments,
  week: deWeek,
  lists: deLists,
  enrolment: deEnrolment,
  failures: deFailures,
} as const;

export const english = {
  common: enCommon,
  app: enApp,
  setup: enSetup,
  people: enPeople,
  import: enImport,
  courses: enCourses,
  attendance: enAttendance,
  certificates: enCertificates,
  documents: enDocuments,
  week: enWeek,
  lists: enLists,
  enrolment: enEnrolment,
  failures: enFailures,
} as const;
