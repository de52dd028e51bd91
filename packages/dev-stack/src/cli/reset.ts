import { main } from './main';
import { runReset } from './runReset';

main(runReset);
