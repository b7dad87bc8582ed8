import deApp from '#locales/de/app.json';
import deAttendance from '#locales/de/attendance.json';
import deBadges from '#locales/de/badges.json';
import deCamera from '#locales/de/camera.json';
import deCertificates from '#locales/de/certificates.json';
import deCommon from '#locales/de/common.json';
import deCourses from '#locales/de/courses.json';
import deDesk from '#locales/de/desk.json';
import deDocuments from '#locales/de/documents.json';
import deDuplicates from '#locales/de/duplicates.json';
import deEnrolment from '#locales/de/enrolment.json';
import deFailures from '#locales/de/failures.json';
import deImport from '#locales/de/import.json';
import deKiosk from '#locales/de/kiosk.json';
import deKioskStart from '#locales/de/kiosk-start.json';
import deLists from '#locales/de/lists.json';
import dePeople from '#locales/de/people.json';
import dePrinting from '#locales/de/printing.json';
import deReports from '#locales/de/reports.json';
import deSetup from '#locales/de/setup.json';
import deWalkIns from '#locales/de/walk-ins.json';
import deWeek from '#locales/de/week.json';
import enApp from '#locales/en/app.json';
import enAttendance from '#locales/en/attendance.json';
import enBadges from '#locales/en/badges.json';
import enCamera from '#locales/en/camera.json';
import enCertificates from '#locales/en/certificates.json';
import enCommon from '#locales/en/common.json';
import enCourses from '#locales/en/courses.json';
import enDesk from '#locales/en/desk.json';
import enDocuments from '#locales/en/documents.json';
import enDuplicates from '#locales/en/duplicates.json';
import enEnrolment from '#locales/en/enrolment.json';
import enFailures from '#locales/en/failures.json';
import enImport from '#locales/en/import.json';
import enKiosk from '#locales/en/kiosk.json';
import enKioskStart from '#locales/en/kiosk-start.json';
import enLists from '#locales/en/lists.json';
import enPeople from '#locales/en/people.json';
import enPrinting from '#locales/en/printing.json';
import enReports from '#locales/en/reports.json';
import enSetup from '#locales/en/setup.json';
import enWalkIns from '#locales/en/walk-ins.json';
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
  desk: deDesk,
  documents: deDocuments,
  'walk-ins': deWalkIns,
  week: deWeek,
  lists: deLists,
  printing: dePrinting,
  reports: deReports,
  kiosk: deKiosk,
  'kiosk-start': deKioskStart,
  duplicates: deDuplicates,
  enrolment: deEnrolment,
  badges: deBadges,
  camera: deCamera,
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
  desk: enDesk,
  documents: enDocuments,
  'walk-ins': enWalkIns,
  week: enWeek,
  lists: enLists,
  printing: enPrinting,
  reports: enReports,
  kiosk: enKiosk,
  'kiosk-start': enKioskStart,
  duplicates: enDuplicates,
  enrolment: enEnrolment,
  badges: enBadges,
  camera: enCamera,
  failures: enFailures,
} as const;
