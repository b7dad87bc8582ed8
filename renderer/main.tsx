import './app/boot/without-eval.ts';
import { bootDeps } from './app/boot/boot-deps.ts';
import { startWindow } from './app/start-window.tsx';
import { on } from './host/host.ts';

await startWindow(bootDeps(), (lock) => on('app.lockRequested', lock));
