import { ConflictError } from '@backstage/errors';
import { GomonProbesExtensionPoint, Probe } from '@gomon/plugin-gomon-node';

const ID = /^[a-z][a-z0-9-]*$/;

/** The probes of the plugin itself and of modules. */
export class ProbeRegistry implements GomonProbesExtensionPoint {
  readonly #probes = new Map<string, Probe>();

  addProbe(...probes: Probe[]): void {
    for (const probe of probes) {
      if (!ID.test(probe.id)) {
        throw new TypeError(
          `The probe id "${probe.id}" is not lower case with dashes`,
        );
      }
      if (this.#probes.has(probe.id)) {
        throw new ConflictError(`There is a probe "${probe.id}" already`);
      }
      this.#probes.set(probe.id, probe);
    }
  }

  get probes(): Probe[] {
    return [...this.#probes.values()];
  }
}
