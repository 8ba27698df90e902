// The scheduler of richards.ts. Where that keeps closures in its tasks, these are classes.
#include "programs.h"
#include <array>
#include <memory>
#include <stdexcept>
#include <vector>

namespace {

enum Identity { idler, worker, handler_a, handler_b, device_a, device_b, identities };
enum class Kind { device, work };

constexpr int data_size = 4;

struct Packet {
  Packet *link;
  Identity identity;
  Kind kind;
  int datum = 0;
  std::array<int, data_size> data{};

  Packet(Packet *link, Identity identity, Kind kind) : link(link), identity(identity), kind(kind) {}
};

Packet *append(Packet *packet, Packet *queue) {
  packet->link = nullptr;
  if (!queue) return packet;
  Packet *last = queue;
  while (last->link) last = last->link;
  last->link = packet;
  return queue;
}

class Scheduler;

class Task {
public:
  Task *const link;
  const Identity identity;
  const int priority;

  Task(Scheduler &scheduler, Task *link, Identity identity, int priority, Packet *input,
       bool waiting)
      : link(link), identity(identity), priority(priority), scheduler(scheduler), input(input),
        packet_pending(input != nullptr), waiting(waiting) {}
  virtual ~Task() = default;

  bool is_holding_or_waiting() const { return holding || (!packet_pending && waiting); }
  void set_holding(bool value) { holding = value; }
  void set_waiting(bool value) { waiting = value; }

  Task *add_input(Packet *packet, Task *running) {
    if (input) {
      input = append(packet, input);
      return running;
    }
    input = packet;
    packet_pending = true;
    return priority > running->priority ? this : running;
  }

  Task *run() { return work(packet_pending && waiting && !holding ? take_packet() : nullptr); }

protected:
  virtual Task *work(Packet *packet) = 0;

  Scheduler &scheduler;

private:
  Packet *take_packet() {
    Packet *packet = input;
    input = packet->link;
    packet_pending = input != nullptr;
    waiting = false;
    holding = false;
    return packet;
  }

  Packet *input;
  bool packet_pending;
  bool waiting;
  bool holding = false;
};

class Scheduler {
public:
  bool start();

  Task *hold_self() {
    hold_count++;
    running->set_holding(true);
    return running->link;
  }

  Task *wait_self() {
    running->set_waiting(true);
    return running;
  }

  Task *release(Identity identity) {
    Task *task = find(identity);
    task->set_holding(false);
    return task->priority > running->priority ? task : running;
  }

  Task *queue_packet(Packet *packet) {
    Task *task = find(packet->identity);
    queue_count++;
    packet->link = nullptr;
    packet->identity = running->identity;
    return task->add_input(packet, running);
  }

private:
  template <typename T>
  void create(Identity identity, int priority, Packet *input, bool waiting) {
    tasks[identity] = std::make_unique<T>(*this, task_list, identity, priority, input, waiting);
    task_list = tasks[identity].get();
  }

  Packet *make_packets(Identity identity, Kind kind, int count) {
    Packet *queue = nullptr;
    for (int i = 0; i < count; i++) {
      packets.push_back(std::make_unique<Packet>(queue, identity, kind));
      queue = packets.back().get();
    }
    return queue;
  }

  Task *find(Identity identity) {
    Task *task = tasks[identity].get();
    if (!task) throw std::logic_error("there is no such task");
    return task;
  }

  int queue_count = 0;
  int hold_count = 0;
  std::array<std::unique_ptr<Task>, identities> tasks;
  std::vector<std::unique_ptr<Packet>> packets;
  Task *task_list = nullptr;
  Task *running = nullptr;
};

class IdleTask final : public Task {
  using Task::Task;

  Task *work(Packet *) override {
    count--;
    if (count == 0) return scheduler.hold_self();
    if ((control & 1) == 0) {
      control /= 2;
      return scheduler.release(device_a);
    }
    control = (control / 2) ^ 53256;
    return scheduler.release(device_b);
  }

  int control = 1;
  int count = 10000;
};

class WorkerTask final : public Task {
  using Task::Task;

  Task *work(Packet *packet) override {
    if (!packet) return scheduler.wait_self();
    destination = destination == handler_a ? handler_b : handler_a;
    packet->identity = destination;
    packet->datum = 0;
    for (int &item : packet->data) {
      count = count == 26 ? 1 : count + 1;
      item = 'A' + count - 1;
    }
    return scheduler.queue_packet(packet);
  }

  Identity destination = handler_a;
  int count = 0;
};

class HandlerTask final : public Task {
  using Task::Task;

  Task *work(Packet *packet) override {
    if (packet) {
      Packet *&queue = packet->kind == Kind::work ? work_in : device_in;
      queue = append(packet, queue);
    }
    if (!work_in) return scheduler.wait_self();
    Packet *current = work_in;
    const int count = current->datum;
    if (count >= data_size) {
      work_in = current->link;
      return scheduler.queue_packet(current);
    }
    if (!device_in) return scheduler.wait_self();
    Packet *device = device_in;
    device_in = device->link;
    device->datum = current->data[count];
    current->datum = count + 1;
    return scheduler.queue_packet(device);
  }

  Packet *work_in = nullptr;
  Packet *device_in = nullptr;
};

class DeviceTask final : public Task {
  using Task::Task;

  Task *work(Packet *packet) override {
    if (packet) {
      pending = packet;
      return scheduler.hold_self();
    }
    if (!pending) return scheduler.wait_self();
    Packet *next = pending;
    pending = nullptr;
    return scheduler.queue_packet(next);
  }

  Packet *pending = nullptr;
};

bool Scheduler::start() {
  create<IdleTask>(idler, 0, nullptr, false);
  create<WorkerTask>(worker, 1000, make_packets(worker, Kind::work, 2), true);
  create<HandlerTask>(handler_a, 2000, make_packets(device_a, Kind::device, 3), true);
  create<HandlerTask>(handler_b, 3000, make_packets(device_b, Kind::device, 3), true);
  create<DeviceTask>(device_a, 4000, nullptr, true);
  create<DeviceTask>(device_b, 5000, nullptr, true);
  Task *task = task_list;
  while (task) {
    if (task->is_holding_or_waiting()) {
      task = task->link;
    } else {
      running = task;
      task = task->run();
    }
  }
  return queue_count == 23246 && hold_count == 9297;
}

} // namespace

bool richards(int inner_iterations) {
  for (int i = 0; i < inner_iterations; i++) {
    if (!Scheduler().start()) return false;
  }
  return true;
}
