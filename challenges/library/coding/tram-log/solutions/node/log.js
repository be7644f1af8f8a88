'use strict';

const LATE_SECONDS = 60;
const ARRIVAL = /^((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d) (T\d{1,3}) (-?\d{1,4}) ([^ ](?:.*[^ ])?)$/s;

/** What there is to say of the lines so far. */
class Log {
  #arrivals = new Set();
  #repeated = 0;
  #bad = 0;
  #worst;
  #stops = new Map();

  read(line) {
    if (line === '' || line.startsWith('#')) {
      return;
    }
    const match = ARRIVAL.exec(line);
    if (match === null) {
      this.#bad += 1;
      return;
    }
    const [, time, tram, delay, stop] = match;
    this.#add({ time, tram, delay: Number(delay), stop });
  }

  report() {
    const worst = this.#worst;
    return [
      `arrivals ${this.#arrivals.size}`,
      `repeated ${this.#repeated}`,
      `bad ${this.#bad}`,
      worst === undefined ? 'worst none' : `worst ${worst.delay} ${worst.tram} ${worst.time} ${worst.stop}`,
      ...[...this.#stops.values()].sort(byLateness).map(described),
    ];
  }

  #add(arrival) {
    const key = `${arrival.time} ${arrival.tram} ${arrival.stop}`;
    if (this.#arrivals.has(key)) {
      this.#repeated += 1;
      return;
    }
    this.#arrivals.add(key);
    if (this.#worst === undefined || arrival.delay > this.#worst.delay) {
      this.#worst = arrival;
    }
    this.#count(arrival);
  }

  #count({ stop: name, delay }) {
    const stop = this.#stops.get(name) ?? { name, arrivals: 0, late: 0 };
    stop.arrivals += 1;
    stop.late += delay > LATE_SECONDS ? 1 : 0;
    this.#stops.set(name, stop);
  }
}

/** localeCompare would put old before Zoo. */
function byLateness(one, other) {
  return other.late - one.late || (one.name < other.name ? -1 : 1);
}

function described({ name, arrivals, late }) {
  return `${late} of ${arrivals} ${Math.floor((100 * late) / arrivals)}% ${name}`;
}

module.exports = { Log };
