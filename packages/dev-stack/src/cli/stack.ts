import { main } from './main';
import { runStack } from './runStack';

main(() => runStack(process.argv.slice(2)));
