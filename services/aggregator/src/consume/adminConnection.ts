import { Admin, Kafka } from 'kafkajs';

/** A connection for questions to Kafka: made when first needed, and made anew after a failure. */
export class AdminConnection {
  readonly #kafka: Kafka;
  #admin: Promise<Admin> | undefined;

  constructor(kafka: Kafka) {
    this.#kafka = kafka;
  }

  async use<T>(ask: (admin: Admin) => Promise<T>): Promise<T> {
    this.#admin ??= this.#connect();
    const connected = this.#admin;
    try {
      return await ask(await connected);
    } catch (error) {
      if (this.#admin === connected) {
        this.#admin = undefined;
        void disconnect(connected);
      }
      throw error;
    }
  }

  async close(): Promise<void> {
    const connected = this.#admin;
    this.#admin = undefined;
    await disconnect(connected);
  }

  async #connect(): Promise<Admin> {
    const admin = this.#kafka.admin();
    await admin.connect();
    return admin;
  }
}

async function disconnect(connected: Promise<Admin> | undefined) {
  try {
    await (await connected)?.disconnect();
  } catch {
    // It is given up because it failed: closing it may fail, too.
  }
}
