import { lazy } from 'react';
import { Navigate, type RouteObject } from 'react-router';
import { AccountsPage } from '#renderer/features/administration/accounts/AccountsPage.tsx';
import { AuditPage } from '#renderer/features/administration/audit/AuditPage.tsx';
import { RetentionPage } from '#renderer/features/administration/retention/RetentionPage.tsx';
import { SafetyPage } from '#renderer/features/administration/safety/SafetyPage.tsx';
import { WorkstationsPage } from '#renderer/features/administration/workstations/WorkstationsPage.tsx';
import { PaperListPage } from '#renderer/features/attendance/paper/PaperListPage.tsx';
import { RollCallPage } from '#renderer/features/attendance/RollCallPage.tsx';
import { WalkInsPage } from '#renderer/features/attendance/walk-ins/WalkInsPage.tsx';
import { CoursesPage } from '#renderer/features/courses/CoursesPage.tsx';
import { EditGroupPage } from '#renderer/features/courses/EditGroupPage.tsx';
import { GroupPage } from '#renderer/features/courses/GroupPage.tsx';
import { NewGroupPage } from '#renderer/features/courses/NewGroupPage.tsx';
import { OfferPage } from '#renderer/features/courses/OfferPage.tsx';
import { PartnerPage } from '#renderer/features/courses/PartnerPage.tsx';
import { SubProjectPage } from '#renderer/features/courses/SubProjectPage.tsx';
import { DeskPage } from '#renderer/features/desk/DeskPage.tsx';
import { KioskStartPage } from '#renderer/features/kiosk/start/KioskStartPage.tsx';
import { DuplicatesPage } from '#renderer/features/people/duplicates/DuplicatesPage.tsx';
import { NewPersonPage } from '#renderer/features/people/NewPersonPage.tsx';
import { PeoplePage } from '#renderer/features/people/PeoplePage.tsx';
import { PersonPage } from '#renderer/features/people/PersonPage.tsx';
import { TodayPage } from '#renderer/features/today/TodayPage.tsx';
import { WeekPage } from '#renderer/features/week/WeekPage.tsx';
import { AppFrame } from './frame/AppFrame.tsx';
import { MissingPage } from './open/MissingPage.tsx';

// Readers of spreadsheets and makers of documents are loaded with the first screen that needs them.
const ImportPage = lazy(async () => ({
  default: (await import('#renderer/features/import/ImportPage.tsx')).ImportPage,
}));
const CertificatesPage = lazy(async () => ({
  default: (await import('#renderer/features/certificates/CertificatesPage.tsx')).CertificatesPage,
}));
const CertificatePage = lazy(async () => ({
  default: (await import('#renderer/features/certificates/CertificatePage.tsx')).CertificatePage,
}));
const PersonIssue = lazy(async () => ({
  default: (await import('#renderer/features/certificates/issue/PersonIssue.tsx')).PersonIssue,
}));
const HonourIssue = lazy(async () => ({
  default: (await import('#renderer/features/certificates/issue/HonourIssue.tsx')).HonourIssue,
}));
const ReplaceIssue = lazy(async () => ({
  default: (await import('#renderer/features/certificates/issue/ReplaceIssue.tsx')).ReplaceIssue,
}));
const TemplatesPage = lazy(async () => ({
  default: (await import('#renderer/features/certificates/templates/TemplatesPage.tsx')).TemplatesPage,
}));
const TemplatePage = lazy(async () => ({
  default: (await import('#renderer/features/certificates/templates/TemplatePage.tsx')).TemplatePage,
}));
const SignatureListsPage = lazy(async () => ({
  default: (await import('#renderer/features/lists/SignatureListsPage.tsx')).SignatureListsPage,
}));
const BlankFormPage = lazy(async () => ({
  default: (await import('#renderer/features/lists/BlankFormPage.tsx')).BlankFormPage,
}));
const GroupRosterPage = lazy(async () => ({
  default: (await import('#renderer/features/lists/GroupRosterPage.tsx')).GroupRosterPage,
}));
const WeekPlanPage = lazy(async () => ({
  default: (await import('#renderer/features/lists/WeekPlanPage.tsx')).WeekPlanPage,
}));
const DayOverviewPage = lazy(async () => ({
  default: (await import('#renderer/features/lists/DayOverviewPage.tsx')).DayOverviewPage,
}));
const DayReportPrintPage = lazy(async () => ({
  default: (await import('#renderer/features/lists/DayReportPrintPage.tsx')).DayReportPrintPage,
}));
const DayReportPage = lazy(async () => ({
  default: (await import('#renderer/features/reports/DayReportPage.tsx')).DayReportPage,
}));

const PapersPage = lazy(async () => ({
  default: (await import('#renderer/features/papers/PapersPage.tsx')).PapersPage,
}));

const DisclosurePage = lazy(async () => ({
  default: (await import('#renderer/features/people/data-protection/DisclosurePage.tsx')).DisclosurePage,
}));

const AfterSyncPage = lazy(async () => ({
  default: (await import('#renderer/features/after-sync/AfterSyncPage.tsx')).AfterSyncPage,
}));
const SyncPage = lazy(async () => ({
  default: (await import('#renderer/features/administration/sync/SyncPage.tsx')).SyncPage,
}));
const BadgesPage = lazy(async () => ({
  default: (await import('#renderer/features/badges/BadgesPage.tsx')).BadgesPage,
}));
const CheckPage = lazy(async () => ({
  default: (await import('#renderer/features/proof/CheckPage.tsx')).CheckPage,
}));
const IssuersPage = lazy(async () => ({
  default: (await import('#renderer/features/proof/IssuersPage.tsx')).IssuersPage,
}));

const AuditPrintPage = lazy(async () => ({
  default: (await import('#renderer/features/administration/audit/AuditPrintPage.tsx')).AuditPrintPage,
}));

/** Every screen by its address. */
export function routes(rebuiltRows: number | null): RouteObject[] {
  return [
    {
      path: '/',
      element: <AppFrame rebuiltRows={rebuiltRows} />,
      children: [
        { index: true, element: <TodayPage /> },
        { path: 'check-in', element: <DeskPage /> },
        { path: 'people', element: <PeoplePage /> },
        { path: 'people/new', element: <NewPersonPage /> },
        { path: 'people/import', element: <ImportPage /> },
        { path: 'people/duplicates', element: <DuplicatesPage /> },
        { path: 'people/:id', element: <PersonPage /> },
        { path: 'people/:id/papers', element: <PapersPage /> },
        { path: 'people/:id/disclosure', element: <DisclosurePage /> },
        { path: 'badges', element: <BadgesPage /> },
        { path: 'courses', element: <CoursesPage /> },
        { path: 'courses/offers/new', element: <OfferPage /> },
        { path: 'courses/offers/:id', element: <OfferPage /> },
        { path: 'courses/sub-projects/:id', element: <SubProjectPage /> },
        { path: 'courses/partners/:id', element: <PartnerPage /> },
        { path: 'courses/groups/new', element: <NewGroupPage /> },
        { path: 'courses/groups/:id', element: <GroupPage /> },
        { path: 'courses/groups/:id/edit', element: <EditGroupPage /> },
        { path: 'courses/week', element: <WeekPage /> },
        { path: 'sessions/:id', element: <RollCallPage /> },
        { path: 'attendance/walk-ins', element: <WalkInsPage /> },
        { path: 'after-sync', element: <AfterSyncPage /> },
        { path: 'kiosk', element: <KioskStartPage /> },
        { path: 'lists/:number', element: <PaperListPage /> },
        { path: 'certificates', element: <CertificatesPage /> },
        { path: 'certificates/check', element: <CheckPage /> },
        { path: 'certificates/issuers', element: <IssuersPage /> },
        { path: 'certificates/templates', element: <TemplatesPage /> },
        { path: 'certificates/templates/:id', element: <TemplatePage /> },
        { path: 'certificates/person/:id', element: <PersonIssue /> },
        { path: 'certificates/honour/:id', element: <HonourIssue /> },
        { path: 'certificates/:id', element: <CertificatePage /> },
        { path: 'certificates/:id/replace', element: <ReplaceIssue /> },
        { path: 'print/signature-lists', element: <SignatureListsPage /> },
        { path: 'print/blank', element: <BlankFormPage /> },
        { path: 'print/roster', element: <GroupRosterPage /> },
        { path: 'print/week', element: <WeekPlanPage /> },
        { path: 'print/day', element: <DayOverviewPage /> },
        { path: 'print/report', element: <DayReportPrintPage /> },
        { path: 'reports', element: <DayReportPage /> },
        { path: 'reports/day', element: <DayReportPage /> },
        { path: 'administration', element: <Navigate to="/administration/safety" replace /> },
        { path: 'administration/safety', element: <SafetyPage /> },
        { path: 'administration/audit', element: <AuditPage /> },
        { path: 'administration/audit/print', element: <AuditPrintPage /> },
        { path: 'administration/retention', element: <RetentionPage /> },
        { path: 'administration/sync', element: <SyncPage /> },
        { path: 'administration/accounts', element: <AccountsPage /> },
        { path: 'administration/workstations', element: <WorkstationsPage /> },
        { path: '*', element: <MissingPage /> },
      ],
    },
  ];
}
