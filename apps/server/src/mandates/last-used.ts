/** Keeps what was made last, up to a number of them; what was not used for longest goes first. For what never changes. */
export class LastUsed<Value> {
  private readonly kept = new Map<string, Value>();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  async get(key: string, make: () => Promise<Value>): Promise<Value> {
    const known = this.kept.get(key) ?? (await make());
    // What was used last stands last.
    this.kept.delete(key);
    this.kept.set(key, known);
    if (this.kept.size > this.most) this.kept.delete(this.kept.keys().next().value!);
    return known;
  }
}
