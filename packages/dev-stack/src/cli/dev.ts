import { runDev } from './runDev';
import { main } from './main';

main(() => runDev(process.argv.slice(2)));
