import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useEntries, useServices } from '#renderer/services/use-services.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import type { CommandName } from '#shared/domain/commands/registry.ts';
import { GroupsTab } from './GroupsTab.tsx';
import { OffersTab } from './OffersTab.tsx';
import { PartnersTab } from './PartnersTab.tsx';
import { SubProjectsTab } from './SubProjectsTab.tsx';

const tabs = ['groups', 'offers', 'sub-projects', 'partners'] as const;
type TabName = (typeof tabs)[number];

const views = {
  groups: GroupsTab,
  offers: OffersTab,
  'sub-projects': SubProjectsTab,
  partners: PartnersTab,
} as const;
const kinds = {
  groups: 'courseGroup',
  offers: 'offer',
  'sub-projects': 'subProject',
  partners: 'partner',
} as const;
const saving = {
  groups: 'courseGroup.save',
  offers: 'offer.save',
  'sub-projects': 'subProject.save',
  partners: 'partner.save',
} as const satisfies Record<TabName, CommandName>;

/** `/courses`, with `?tab=groups|offers|sub-projects|partners`. */
export function CoursesPage() {
  const { t } = useTranslation('courses');
  const { t: week } = useTranslation('week');
  const { commands } = useServices();
  const [search, setSearch] = useSearchParams();
  const tab = tabs.find((name) => name === search.get('tab')) ?? 'groups';
  const View = views[tab];
  const isEmpty = useEntries(kinds[tab]).length === 0;
  // Where nothing is yet, the first steps have the button.
  const add = !isEmpty && commands.allows(saving[tab]) && (
    <Button component={Link} to={`/courses/${tab}/new`} variant="contained">
      {t(`${tab}.new`)}
    </Button>
  );
  const actions = (
    <>
      {!isEmpty && (
        <Button component={Link} to="/courses/week" variant="outlined">
          {week('title')}
        </Button>
      )}
      {add}
    </>
  );
  return (
    <Page title={t('title')} actions={actions}>
      <Tabs
        value={tab}
        onChange={(_event, name: TabName) => setSearch({ tab: name }, { replace: true })}
        aria-label={t('tabs.label')}
        sx={{ mb: 2 }}
      >
        {tabs.map((name) => (
          <Tab
            key={name}
            value={name}
            label={t(`tabs.${name}`)}
            id={`tab-${name}`}
            aria-controls="courses-view"
          />
        ))}
      </Tabs>
      <Sheet padded={false}>
        <div id="courses-view" role="tabpanel" aria-labelledby={`tab-${tab}`}>
          <View />
        </div>
      </Sheet>
    </Page>
  );
}
