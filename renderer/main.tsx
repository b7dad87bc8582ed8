import './app/boot/without-eval.ts';
import { on } from './host/host.ts';

// Loaded after the first import has run: in a bundle, shared chunks come before the code of this file.
const [{ bootDeps }, { startWindow }] = await Promise.all([
  import('./app/boot/boot-deps.ts'),
  import('./app/start-window.tsx'),
]);
await startWindow(bootDeps(), (lock) => on('app.lockRequested', lock));
