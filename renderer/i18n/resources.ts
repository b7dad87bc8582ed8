import deAccounts from '#locales/de/accounts.json';
import deApp from '#locales/de/app.json';
import deAttendance from '#locales/de/attendance.json';
import deAudit from '#locales/de/audit.json';
import deBadges from '#locales/de/badges.json';
import deCamera from '#locales/de/camera.json';
import deCertificateTemplates from '#locales/de/certificate-templates.json';
import deCertificates from '#locales/de/certificates.json';
import deCommon from '#locales/de/common.json';
import deCourses from '#locales/de/courses.json';
import deDesk from '#locales/de/desk.json';
import deDocuments from '#locales/de/documents.json';
import deDuplicates from '#locales/de/duplicates.json';
import deEnrolment from '#locales/de/enrolment.json';
import deFailures from '#locales/de/failures.json';
import deImport from '#locales/de/import.json';
import deJoining from '#locales/de/joining.json';
import deKiosk from '#locales/de/kiosk.json';
import deKioskStart from '#locales/de/kiosk-start.json';
import deLists from '#locales/de/lists.json';
import dePeople from '#locales/de/people.json';
import dePrinting from '#locales/de/printing.json';
import deProof from '#locales/de/proof.json';
import deReports from '#locales/de/reports.json';
import deResidentPapers from '#locales/de/resident-papers.json';
import deRetention from '#locales/de/retention.json';
import deSafety from '#locales/de/safety.json';
import deSetup from '#locales/de/setup.json';
import deSync from '#locales/de/sync.json';
import deWalkIns from '#locales/de/walk-ins.json';
import deWeek from '#locales/de/week.json';
import deWorkstations from '#locales/de/workstations.json';
import enAccounts from '#locales/en/accounts.json';
import enApp from '#locales/en/app.json';
import enAttendance from '#locales/en/attendance.json';
import enAudit from '#locales/en/audit.json';
import enBadges from '#locales/en/badges.json';
import enCamera from '#locales/en/camera.json';
import enCertificateTemplates from '#locales/en/certificate-templates.json';
import enCertificates from '#locales/en/certificates.json';
import enCommon from '#locales/en/common.json';
import enCourses from '#locales/en/courses.json';
import enDesk from '#locales/en/desk.json';
import enDocuments from '#locales/en/documents.json';
import enDuplicates from '#locales/en/duplicates.json';
import enEnrolment from '#locales/en/enrolment.json';
import enFailures from '#locales/en/failures.json';
import enImport from '#locales/en/import.json';
import enJoining from '#locales/en/joining.json';
import enKiosk from '#locales/en/kiosk.json';
import enKioskStart from '#locales/en/kiosk-start.json';
import enLists from '#locales/en/lists.json';
import enPeople from '#locales/en/people.json';
import enPrinting from '#locales/en/printing.json';
import enProof from '#locales/en/proof.json';
import enReports from '#locales/en/reports.json';
import enResidentPapers from '#locales/en/resident-papers.json';
import enRetention from '#locales/en/retention.json';
import enSafety from '#locales/en/safety.json';
import enSetup from '#locales/en/setup.json';
import enSync from '#locales/en/sync.json';
import enWalkIns from '#locales/en/walk-ins.json';
import enWeek from '#locales/en/week.json';
import enWorkstations from '#locales/en/workstations.json';

/** All texts, bundled: nothing is fetched. German is the reference that the keys are typed by. */
export const german = {
  common: deCommon,
  accounts: deAccounts,
  app: deApp,
  setup: deSetup,
  people: dePeople,
  import: deImport,
  courses: deCourses,
  attendance: deAttendance,
  certificates: deCertificates,
  'certificate-templates': deCertificateTemplates,
  desk: deDesk,
  documents: deDocuments,
  'walk-ins': deWalkIns,
  week: deWeek,
  lists: deLists,
  proof: deProof,
  printing: dePrinting,
  reports: deReports,
  'resident-papers': deResidentPapers,
  joining: deJoining,
  kiosk: deKiosk,
  'kiosk-start': deKioskStart,
  duplicates: deDuplicates,
  enrolment: deEnrolment,
  badges: deBadges,
  camera: deCamera,
  retention: deRetention,
  safety: deSafety,
  sync: deSync,
  workstations: deWorkstations,
  audit: deAudit,
  failures: deFailures,
} as const;

export const english = {
  common: enCommon,
  accounts: enAccounts,
  app: enApp,
  setup: enSetup,
  people: enPeople,
  import: enImport,
  courses: enCourses,
  attendance: enAttendance,
  certificates: enCertificates,
  'certificate-templates': enCertificateTemplates,
  desk: enDesk,
  documents: enDocuments,
  'walk-ins': enWalkIns,
  week: enWeek,
  lists: enLists,
  proof: enProof,
  printing: enPrinting,
  reports: enReports,
  'resident-papers': enResidentPapers,
  joining: enJoining,
  kiosk: enKiosk,
  'kiosk-start': enKioskStart,
  duplicates: enDuplicates,
  enrolment: enEnrolment,
  badges: enBadges,
  camera: enCamera,
  retention: enRetention,
  safety: enSafety,
  sync: enSync,
  workstations: enWorkstations,
  audit: enAudit,
  failures: enFailures,
} as const;
