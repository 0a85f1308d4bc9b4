using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace HpcVerify.Verifier.Native;

/// <summary>Which system calls a phase may make: a short allow-list to run a kernel, a deny-list to compile one.</summary>
public static class SeccompPolicy
{
    private const ushort NotPermitted = 1;
    private const ushort NotATerminal = 25;
    private const ushort NotImplemented = 38;
    private const uint CloneThread = 0x00010000;

    // O_WRONLY | O_RDWR | O_CREAT | O_TRUNC; the values are the same on both machines.
    private const uint OpenForWriting = 0x1 | 0x2 | 0x40 | 0x200;
    private const uint WriteAndExecute = 0x2 | 0x4;
    private const uint SharedAnonymous = 0x1 | 0x20;

    /// <summary>Threads, memory, reading and leaving; anything else ends the process.</summary>
    public static ImmutableArray<byte> Run(Architecture machine) =>
        SeccompProgram.Assemble(machine, [.. Guarded, .. Refused, .. Allowed], SeccompAction.Kill);

    /// <summary>A compiler forks and writes files; it needs neither sockets, tracing nor new namespaces.</summary>
    public static ImmutableArray<byte> Compile(Architecture machine) =>
        SeccompProgram.Assemble(machine, CompileDenied.Select(Deny), SeccompAction.Allow);

    private static SeccompRule Deny(SystemCall call) => new(call, SeccompAction.Fail(NotPermitted), []);

    private static IEnumerable<SeccompRule> Guarded =>
    [
        // OpenMP starts threads; a new process would leave the accounting and the freezer's guarantees.
        new(new("clone", 56, 220), SeccompAction.Kill, [new(0, CloneThread, CloneThread, SeccompAction.Allow)]),
        // Its flags lie in memory, where a filter cannot read; the C library falls back to clone.
        new(new("clone3", 435, 435), SeccompAction.Fail(NotImplemented), []),
        new(new("openat", 257, 56), SeccompAction.Fail(NotPermitted), [new(2, OpenForWriting, 0, SeccompAction.Allow)]),
        new(new("open", 2, -1), SeccompAction.Fail(NotPermitted), [new(1, OpenForWriting, 0, SeccompAction.Allow)]),
        // Shared anonymous memory would escape RLIMIT_DATA; writable code would escape the object's allow-list.
        new(new("mmap", 9, 222), SeccompAction.Allow,
        [
            new(2, WriteAndExecute, WriteAndExecute, SeccompAction.Kill),
            new(3, SharedAnonymous, SharedAnonymous, SeccompAction.Fail(NotPermitted)),
        ]),
        new(new("mprotect", 10, 226), SeccompAction.Allow,
            [new(2, WriteAndExecute, WriteAndExecute, SeccompAction.Kill)]),
    ];

    /// <summary>Calls that an honest runtime may try and can do without.</summary>
    private static IEnumerable<SeccompRule> Refused =>
    [
        .. ImmutableArray.Create<SystemCall>(
            new("sched_setaffinity", 203, 122), new("sched_setscheduler", 144, 119), new("sched_setparam", 142, 118),
            new("sched_setattr", 314, 274), new("setpriority", 141, 140), new("set_mempolicy", 238, 237),
            new("get_mempolicy", 239, 236), new("mbind", 237, 235), new("mlock", 149, 228)).Select(Deny),
        new(new("ioctl", 16, 29), SeccompAction.Fail(NotATerminal), []),
    ];

    private static IEnumerable<SeccompRule> Allowed =>
        ImmutableArray.Create<SystemCall>(
            new("futex", 202, 98), new("sched_yield", 24, 124), new("clock_gettime", 228, 113),
            new("read", 0, 63), new("write", 1, 64), new("writev", 20, 66), new("pread64", 17, 67), new("close", 3, 57),
            new("lseek", 8, 62), new("fstat", 5, 80), new("newfstatat", 262, 79), new("statx", 332, 291),
            new("stat", 4, -1), new("access", 21, -1), new("faccessat", 269, 48), new("faccessat2", 439, 439),
            new("readlink", 89, -1), new("readlinkat", 267, 78), new("fcntl", 72, 25),
            new("munmap", 11, 215), new("brk", 12, 214), new("mremap", 25, 216), new("madvise", 28, 233),
            new("rt_sigaction", 13, 134), new("rt_sigprocmask", 14, 135), new("rt_sigreturn", 15, 139),
            new("sigaltstack", 131, 132), new("tgkill", 234, 131), new("restart_syscall", 219, 128),
            new("nanosleep", 35, 101), new("clock_nanosleep", 230, 115), new("clock_getres", 229, 114),
            new("gettimeofday", 96, 169), new("times", 100, 153), new("getrusage", 98, 165),
            new("getpid", 39, 172), new("gettid", 186, 178), new("getuid", 102, 174), new("geteuid", 107, 175),
            new("getgid", 104, 176), new("getegid", 108, 177), new("uname", 63, 160), new("sysinfo", 99, 179),
            new("getrlimit", 97, 163), new("prlimit64", 302, 261), new("getcpu", 309, 168),
            new("sched_getaffinity", 204, 123), new("sched_getparam", 143, 121), new("sched_getscheduler", 145, 120),
            new("set_tid_address", 218, 96), new("set_robust_list", 273, 99), new("rseq", 334, 293),
            new("membarrier", 324, 283), new("getrandom", 318, 278), new("arch_prctl", 158, -1), new("prctl", 157, 167),
            // For bubblewrap's process 1, which reaps, and for its one step into the driver; the driver then forbids it.
            new("wait4", 61, 260), new("execve", 59, 221),
            new("exit", 60, 93), new("exit_group", 231, 94))
        .Select(call => new SeccompRule(call, SeccompAction.Allow, []));

    private static ImmutableArray<SystemCall> CompileDenied =>
    [
        new("socket", 41, 198), new("socketpair", 53, 199), new("ptrace", 101, 117),
        new("process_vm_readv", 310, 270), new("process_vm_writev", 311, 271), new("mount", 165, 40),
        new("umount2", 166, 39), new("pivot_root", 155, 41), new("unshare", 272, 97), new("setns", 308, 268),
        new("bpf", 321, 280), new("keyctl", 250, 219), new("add_key", 248, 217), new("request_key", 249, 218),
        new("io_uring_setup", 425, 425), new("userfaultfd", 323, 282), new("perf_event_open", 298, 241),
        new("memfd_create", 319, 279), new("sched_setaffinity", 203, 122), new("open_by_handle_at", 304, 265),
    ];
}
