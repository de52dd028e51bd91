import { runDeadLetters } from './deadletters/command';
import { runAggregator } from './program';

const [command, ...args] = process.argv.slice(2);

if (command === 'dead-letters') {
  void runDeadLetters(args, process.env, text => {
    process.stdout.write(`${text}\n`);
  }).then(code => process.exit(code));
} else {
  void runAggregator();
}
