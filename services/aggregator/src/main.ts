import { runAggregator } from './program';

void runAggregator();
