import { relative } from 'node:path';
import pc from 'picocolors';
import type { PreparedPart, StackContext, StackPart } from '../stack/part';
import type { StackReporter } from '../stack/stack';
import type { StackComponent } from '../stack/stackComponent';
import { firstSampleSince } from './firstSamples';
import { readableLine } from './readableLine';

const COLOURS = [pc.cyan, pc.magenta, pc.yellow, pc.green, pc.blue, pc.gray];
const WIDTH = 16;

/** Says what happens to the stack, and shows what its components print. */
export class Screen implements StackReporter {
  readonly #colours = new Map<string, (text: string) => string>();

  constructor(readonly context: StackContext) {}

  say(text: string): void {
    process.stdout.write(`${text}\n`);
  }

  preparing(part: StackPart): void {
    this.say(`${pc.bold(part.title)} ...`);
  }

  starting(part: StackPart): void {
    if (part.name === 'agent') {
      void this.#tellFirstSamples();
    }
  }

  ready(part: StackPart, prepared: PreparedPart, tookMs: number): void {
    const how = prepared.external
      ? `the running one of ${prepared.external} answers`
      : `ready after ${seconds(tookMs)}`;
    this.say(`${pc.bold(part.title)}: ${pc.green(how)}`);
  }

  died(entry: StackComponent, how: string): void {
    this.say(
      pc.red(
        `${entry.name} died (${how}) and is left down: read ${shown(
          entry.component.logFile,
        )}, then \`yarn stack start ${entry.name}\`.`,
      ),
    );
  }

  line(entry: StackComponent, line: string): void {
    const colour = this.#colourOf(entry.name);
    this.say(`${colour(entry.name.padEnd(WIDTH))} | ${readableLine(line)}`);
  }

  async #tellFirstSamples(): Promise<void> {
    const sinceMs = Date.now();
    const url = this.context.urls.victoriaMetrics;
    this.say(
      (await firstSampleSince(url, sinceMs))
        ? `First samples can be queried ${seconds(
            Date.now() - sinceMs,
          )} after the start of the agent.`
        : pc.red(`No sample of the agent reached ${url} within two minutes.`),
    );
  }

  #colourOf(name: string): (text: string) => string {
    let colour = this.#colours.get(name);
    if (!colour) {
      colour = COLOURS[this.#colours.size % COLOURS.length];
      this.#colours.set(name, colour);
    }
    return colour;
  }
}

/** A path as it is typed from the folder that the person stands in. */
export function shown(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith('..') ? path : short;
}

/** A span as a person reads it. */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
