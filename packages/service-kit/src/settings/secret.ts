import { readFileSync, statSync } from 'node:fs';

/**
 * A value that is never printed. One that comes from a file is read again when the file changes, so that a
 * rotated credential is used at the next connection without a restart.
 */
export class Secret {
  private text = '';
  private version = '';

  private constructor(private readonly source: () => string | undefined) {}

  /** A secret given literally. */
  static of(text: string): Secret {
    const secret = new Secret(() => undefined);
    secret.text = text;
    return secret;
  }

  /**
   * A secret that a file holds; line breaks at its end do not belong to it.
   * @throws when the file cannot be read
   */
  static fromFile(file: string): Secret {
    const secret = new Secret(() => file);
    secret.value();
    return secret;
  }

  /** The secret as it is now. A file that has gone keeps its last content: a rotation replaces files. */
  value(): string {
    const file = this.source();
    if (file !== undefined) this.refresh(file);
    return this.text;
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }

  private refresh(file: string): void {
    try {
      const { mtimeMs, ino, size } = statSync(file);
      const version = `${ino}:${size}:${mtimeMs}`;
      if (version === this.version) return;
      this.text = readFileSync(file, 'utf8').replace(/[\r\n]+$/, '');
      this.version = version;
    } catch (error) {
      if (this.version === '') throw error;
    }
  }
}
