/** Lets a bounded number of sections run at the same time; the others wait in order. */
export class Semaphore {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  /** @param places how many sections may run at the same time */
  constructor(private readonly places: number) {
    this.#free = places;
  }

  async run<T>(section: () => Promise<T>): Promise<T> {
    await this.#take();
    try {
      return await section();
    } finally {
      this.#give();
    }
  }

  /** Runs a section while no other is running: it waits for all places, in one go, so that two such do not block each other. */
  async runAlone<T>(section: () => Promise<T>): Promise<T> {
    const taken = Array.from({ length: this.places }, () => this.#take());
    await Promise.all(taken);
    try {
      return await section();
    } finally {
      for (let place = 0; place < this.places; place += 1) this.#give();
    }
  }

  async #take(): Promise<void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #give(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free += 1;
    else next();
  }
}
