import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { Boot } from './app/boot/boot.ts';
import { bootDeps } from './app/boot/boot-deps.ts';
import { keepChoice, keptChoices } from './app/boot/kept-choices.ts';
import { on } from './host/host.ts';
import { setupI18n } from './i18n/setup-i18n.ts';

const i18n = await setupI18n(keptChoices().language);
document.documentElement.lang = i18n.language;
i18n.on('languageChanged', (language) => {
  document.documentElement.lang = language;
  keepChoice('language', language);
});

const boot = new Boot(bootDeps());
on('app.lockRequested', () => void boot.lock());

const root = document.getElementById('root');
if (root) createRoot(root).render(<App boot={boot} />);
await boot.start();
