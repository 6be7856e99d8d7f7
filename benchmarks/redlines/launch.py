"""Runs one command and tells what it cost; a process of its own, because a child is charged the memory of its parent.

    python -I -S launch.py SECONDS COMMAND…

Prints a line of JSON: `[wall seconds, processor seconds, peak of resident megabytes, exit code]`. The processor time is
that of all processes that the command waited for, the peak that of the largest of them. Exit code -1: it took too
much processor time, or hung for six times as long.
"""

import json
import os
import resource
import signal
import sys
import time


def main() -> None:
    """Start, wait, tell."""
    patience, command = int(sys.argv[1]), sys.argv[2:]
    resource.setrlimit(resource.RLIMIT_CPU, (patience, patience))
    start = time.perf_counter()
    nowhere = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_RDWR, 0) for stream in (0, 1, 2)]
    child = os.posix_spawnp(command[0], command, os.environ, file_actions=nowhere, setpgroup=0)
    late = False

    def stop(*_: object) -> None:
        nonlocal late
        late = True
        os.killpg(child, signal.SIGKILL)

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, 6 * patience)
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - start
    code = -1 if late or usage.ru_utime + usage.ru_stime > patience - 1 else os.waitstatus_to_exitcode(status)
    print(json.dumps([wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000, code]))


if __name__ == "__main__":
    main()
