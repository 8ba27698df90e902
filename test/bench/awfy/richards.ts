'use mixmod';
// Richards: the kernel of an operating system that schedules an idle task, a worker, two handlers and two devices. Linked
// lists, objects of several classes, closures that are kept in objects.

const IDLER = 0;
const WORKER = 1;
const HANDLER_A = 2;
const HANDLER_B = 3;
const DEVICE_A = 4;
const DEVICE_B = 5;
const TASKS = 6;

const DEVICE_PACKET = 0;
const WORK_PACKET = 1;

const DATA_SIZE = 4;

class Packet {
  link: Packet | null;
  identity: number;
  readonly kind: number;
  datum = 0;
  readonly data = new Array<number>(DATA_SIZE).fill(0);

  constructor(link: Packet | null, identity: number, kind: number) {
    this.link = link;
    this.identity = identity;
    this.kind = kind;
  }
}

/** The queue with the packet at its end. */
function append(packet: Packet, queue: Packet | null): Packet {
  packet.link = null;
  if (queue === null) return packet;
  let last = queue;
  let next = last.link;
  while (next !== null) {
    last = next;
    next = last.link;
  }
  last.link = packet;
  return queue;
}

class TaskState {
  private packetPending: boolean;
  private waiting: boolean;
  private holding = false;

  constructor(packetPending: boolean, waiting: boolean) {
    this.packetPending = packetPending;
    this.waiting = waiting;
  }

  get isHoldingOrWaiting(): boolean {
    return this.holding || (!this.packetPending && this.waiting);
  }

  get isWaitingWithPacket(): boolean {
    return this.packetPending && this.waiting && !this.holding;
  }

  setHolding(holding: boolean): void {
    this.holding = holding;
  }

  setWaiting(waiting: boolean): void {
    this.waiting = waiting;
  }

  setPacketPending(): void {
    this.packetPending = true;
  }

  /** What a task becomes when it takes a packet: more of them may be waiting. */
  becomeRunning(packetPending: boolean): void {
    this.packetPending = packetPending;
    this.waiting = false;
    this.holding = false;
  }
}

/** What a task does with a packet, if it has one; the task that runs next. */
type Work = (packet: Packet | null) => Task | null;

class Task extends TaskState {
  readonly link: Task | null;
  readonly identity: number;
  readonly priority: number;
  private input: Packet | null;
  private readonly work: Work;

  constructor(
    link: Task | null,
    identity: number,
    priority: number,
    input: Packet | null,
    waiting: boolean,
    work: Work,
  ) {
    super(input !== null, waiting);
    this.link = link;
    this.identity = identity;
    this.priority = priority;
    this.input = input;
    this.work = work;
  }

  /** Which of both tasks runs next. */
  addInput(packet: Packet, running: Task): Task {
    if (this.input === null) {
      this.input = packet;
      this.setPacketPending();
      if (this.priority > running.priority) return this;
    } else {
      this.input = append(packet, this.input);
    }
    return running;
  }

  run(): Task | null {
    return this.work(this.isWaitingWithPacket ? this.takePacket() : null);
  }

  private takePacket(): Packet | null {
    const packet = this.input;
    if (packet === null) return null;
    const rest = packet.link;
    this.input = rest;
    this.becomeRunning(rest !== null);
    return packet;
  }
}

class DeviceData {
  pending: Packet | null = null;
}

class HandlerData {
  workIn: Packet | null = null;
  deviceIn: Packet | null = null;

  add(packet: Packet): void {
    if (packet.kind === WORK_PACKET) this.workIn = append(packet, this.workIn);
    else this.deviceIn = append(packet, this.deviceIn);
  }
}

class IdleData {
  control = 1;
  count = 10_000;
}

class WorkerData {
  destination = HANDLER_A;
  count = 0;
}

class Scheduler {
  private queueCount = 0;
  private holdCount = 0;
  private readonly tasks = new Array<Task | null>(TASKS).fill(null);
  private taskList: Task | null = null;
  private running: Task | null = null;

  /** Whether all packets have gone the right ways. */
  start(): boolean {
    this.createIdler(IDLER, 0);
    this.createWorker(WORKER, 1000, packets(WORKER, WORK_PACKET, 2));
    this.createHandler(HANDLER_A, 2000, packets(DEVICE_A, DEVICE_PACKET, 3));
    this.createHandler(HANDLER_B, 3000, packets(DEVICE_B, DEVICE_PACKET, 3));
    this.createDevice(DEVICE_A, 4000);
    this.createDevice(DEVICE_B, 5000);
    this.schedule();
    return this.queueCount === 23246 && this.holdCount === 9297;
  }

  private schedule(): void {
    let task = this.taskList;
    while (task !== null) {
      if (task.isHoldingOrWaiting) {
        task = task.link;
      } else {
        this.running = task;
        task = task.run();
      }
    }
  }

  private createTask(
    identity: number,
    priority: number,
    input: Packet | null,
    waiting: boolean,
    work: Work,
  ): void {
    const task = new Task(this.taskList, identity, priority, input, waiting, work);
    this.taskList = task;
    this.tasks[identity] = task;
  }

  private createIdler(identity: number, priority: number): void {
    const data = new IdleData();
    this.createTask(identity, priority, null, false, () => {
      data.count--;
      if (data.count === 0) return this.holdSelf();
      if ((data.control & 1) === 0) {
        data.control /= 2;
        return this.release(DEVICE_A);
      }
      data.control = (data.control / 2) ^ 53256;
      return this.release(DEVICE_B);
    });
  }

  private createWorker(identity: number, priority: number, input: Packet): void {
    const data = new WorkerData();
    this.createTask(identity, priority, input, true, (packet) => {
      if (packet === null) return this.waitSelf();
      data.destination = data.destination === HANDLER_A ? HANDLER_B : HANDLER_A;
      packet.identity = data.destination;
      packet.datum = 0;
      for (let i = 0; i < DATA_SIZE; i++) {
        data.count = data.count === 26 ? 1 : data.count + 1;
        packet.data[i] = 65 + data.count - 1;
      }
      return this.queuePacket(packet);
    });
  }

  private createHandler(identity: number, priority: number, input: Packet): void {
    const data = new HandlerData();
    this.createTask(identity, priority, input, true, (packet) => {
      if (packet !== null) data.add(packet);
      const work = data.workIn;
      if (work === null) return this.waitSelf();
      const count = work.datum;
      if (count >= DATA_SIZE) {
        data.workIn = work.link;
        return this.queuePacket(work);
      }
      const device = data.deviceIn;
      if (device === null) return this.waitSelf();
      data.deviceIn = device.link;
      device.datum = work.data[count];
      work.datum = count + 1;
      return this.queuePacket(device);
    });
  }

  private createDevice(identity: number, priority: number): void {
    const data = new DeviceData();
    this.createTask(identity, priority, null, true, (packet) => {
      if (packet !== null) {
        data.pending = packet;
        return this.holdSelf();
      }
      const pending = data.pending;
      if (pending === null) return this.waitSelf();
      data.pending = null;
      return this.queuePacket(pending);
    });
  }

  private current(): Task {
    const task = this.running;
    if (task === null) throw new Error('no task is running');
    return task;
  }

  private find(identity: number): Task {
    const task = this.tasks[identity];
    if (task === null) throw new Error(`there is no task ${identity}`);
    return task;
  }

  private holdSelf(): Task | null {
    this.holdCount++;
    const task = this.current();
    task.setHolding(true);
    return task.link;
  }

  private waitSelf(): Task {
    const task = this.current();
    task.setWaiting(true);
    return task;
  }

  private release(identity: number): Task {
    const task = this.find(identity);
    const running = this.current();
    task.setHolding(false);
    return task.priority > running.priority ? task : running;
  }

  private queuePacket(packet: Packet): Task {
    const task = this.find(packet.identity);
    const running = this.current();
    this.queueCount++;
    packet.link = null;
    packet.identity = running.identity;
    return task.addInput(packet, running);
  }
}

/** A queue of packets; at least one. */
function packets(identity: number, kind: number, count: number): Packet {
  let queue = new Packet(null, identity, kind);
  for (let i = 1; i < count; i++) queue = new Packet(queue, identity, kind);
  return queue;
}

export function run(innerIterations: number): boolean {
  for (let i = 0; i < innerIterations; i++) {
    if (!new Scheduler().start()) return false;
  }
  return true;
}
