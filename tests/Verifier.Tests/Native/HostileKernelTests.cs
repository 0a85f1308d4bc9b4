using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.InteropServices;
using HpcVerify.Verifier.Native;
using Xunit.Abstractions;

namespace HpcVerify.Verifier.Tests.Native;

/// <summary>Each attack ends as stated and leaves the machine as it was.</summary>
[Collection(NativeTests.Name)]
public sealed class HostileKernelTests(NativeBench bench, ITestOutputHelper output)
{
    private const string Headers = """
        #define _GNU_SOURCE
        #include <dlfcn.h>
        #include <errno.h>
        #include <fcntl.h>
        #include <sched.h>
        #include <signal.h>
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>
        #include <pthread.h>
        #include <sys/mman.h>
        #include <sys/ptrace.h>
        #include <sys/socket.h>
        #include <sys/syscall.h>
        #include <sys/uio.h>
        #include <sys/wait.h>
        #include <unistd.h>

        """;

    private static readonly SessionOptions Short = SessionOptions.WithThreads(1) with
    {
        Limits = ProcessLimits.ForRun with { Wall = TimeSpan.FromSeconds(1), MemoryBytes = 512L << 20 },
    };

    /// <summary>Attacks on the machine: the body of <c>long kernel(void)</c>, and the signal that ends it.</summary>
    [Theory]
    [InlineData("for (;;) fork();", "SIGSYS")]
    [InlineData("for (;;) if (vfork() == 0) _exit(0);", "SIGSYS")]
    [InlineData("syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0); return 0;", "SIGSYS")]
    [InlineData("return socket(AF_INET, SOCK_STREAM, 0);", "SIGSYS")]
    [InlineData("return socket(AF_UNIX, SOCK_DGRAM, 0);", "SIGSYS")]
    [InlineData("return kill(-1, 9);", "SIGSYS")]
    [InlineData("return ptrace(PTRACE_ATTACH, getppid(), 0, 0);", "SIGSYS")]
    [InlineData("struct iovec v = {0}; return process_vm_writev(1, &v, 1, &v, 1, 0);", "SIGSYS")]
    [InlineData("return execl(\"/usr/bin/true\", \"true\", (char *)0);", "SIGSYS")]
    [InlineData("return ftruncate(5, 0);", "SIGSYS")]
    [InlineData("return unlink(\"/work/kernel.so\");", "SIGSYS")]
    [InlineData("return memfd_create(\"x\", 0);", "SIGSYS")]
    [InlineData("return setsid();", "SIGSYS")]
    [InlineData("return (long)mmap(0, 4096, PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);", "SIGSYS")]
    [InlineData("volatile char deep[1 << 16]; deep[0] = 1; return kernel() + deep[0];", "SIGSEGV")]
    [InlineData("char *p = malloc(8ul << 30); for (unsigned long i = 0; i < 8ul << 30; i += 4096) ((volatile char *)p)[i] = 1; return 0;", "SIGSEGV")]
    [InlineData("abort();", "SIGABRT")]
    [InlineData("__builtin_trap();", "SIGILL")]
    [InlineData("for (;;) write(2, \"all work and no play makes Jack a dull boy\\n\", 42);", "SIGPIPE")]
    [InlineData("char x = 1; for (int f = 3; f < 64; f++) pwrite(f, &x, 1, 0); return 0;", "SIGSYS")]
    public void AttackIsKilled(string body, string signalName) =>
        Assert.Equal(signalName, Assert.IsType<CallOutcome.Crashed>(Attack(body)).SignalName);

    /// <summary>Attempts that get an error number: the value the kernel returns is what it could achieve.</summary>
    [Theory]
    [InlineData("return open(\"/usr/x\", O_WRONLY | O_CREAT, 0600) < 0 ? errno : -1;", 1)]
    [InlineData("return open(\"/tmp/x\", O_WRONLY | O_CREAT, 0600) < 0 ? errno : -1;", 1)]
    [InlineData("return open(\"x\", O_WRONLY | O_CREAT, 0600) < 0 ? errno : -1;", 1)]
    [InlineData("return open(\"/proc/self/mem\", O_RDWR) < 0 ? errno : -1;", 1)]
    [InlineData("return open(\"/proc/self/mem\", O_RDONLY) < 0 ? errno : -1;", 2)]
    [InlineData("return open(\"/etc/passwd\", O_RDONLY) < 0 ? errno : -1;", 2)]
    [InlineData("return open(\"/dev/shm\", O_RDONLY) < 0 ? errno : -1;", 2)]
    [InlineData("return open(\"/sys\", O_RDONLY) < 0 ? errno : -1;", 2)]
    [InlineData("return open(\"/root\", O_RDONLY) < 0 ? errno : -1;", 2)]
    [InlineData("return mmap(0, 4096, 3, MAP_SHARED | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? errno : -1;", 1)]
    [InlineData("return mmap(0, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, 4, 0) == MAP_FAILED ? errno : -1;", 13)]
    [InlineData("return getpid() < 4;", 1)]
    [InlineData("return dlopen(\"libopenblas.so.0\", RTLD_NOW) || dlopen(\"libblas.so.3\", RTLD_NOW) || dlopen(\"liblapack.so.3\", RTLD_NOW);", 0)]
    [InlineData("return open(\"/usr/bin/true\", O_RDONLY) < 0 ? errno : -1;", 2)]
    [InlineData("return mmap(0, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? errno : -1;", 13)]
    [InlineData("int f = open(\"/work/kernel.so\", O_RDONLY); int e = mmap(0, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE, f, 0) == MAP_FAILED ? errno : -1; close(f); return e;", 13)]
    [InlineData("void *p = mmap(0, 4096, 3, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0); return mprotect(p, 4096, PROT_READ | PROT_EXEC) < 0 ? errno : -1;", 13)]
    [InlineData("extern char **environ; int n = 0; while (environ[n]) n++; return n;", 2)]
    public void AttemptAchievesNothing(string body, long returned) =>
        Assert.Equal(returned, Assert.IsType<CallOutcome.Completed>(Attack(body)).ReturnBits);

    [Theory]
    [InlineData("for (;;) ;")]
    [InlineData("for (;;) write(1, \"y\\n\", 2);")]
    [InlineData("for (;;) sleep(1000);")]
    [InlineData("pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER; pthread_mutex_lock(&m); pthread_mutex_lock(&m); return 0;")]
    public void KernelThatDoesNotComeBackIsLateAndNotExcused(string body)
    {
        var late = Assert.IsType<CallOutcome.TimedOut>(Attack(body));
        output.WriteLine(late.ToString());
        Assert.False(late.IsStarved);
    }

    [Theory]
    [InlineData("exit(0);", 0)]
    [InlineData("_exit(7);", 7)]
    [InlineData("syscall(SYS_exit_group, 0); return 0;", 0)]
    public void LeavingIsNotSuccess(string body, int code) =>
        Assert.Equal(code, Assert.IsType<CallOutcome.Exited>(Attack(body)).Code);

    [Fact]
    public void MemoryTakenBitByBitRunsOut()
    {
        var outcome = Attack("for (;;) { char *p = mmap(0, 1 << 20, 3, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0); if (p != MAP_FAILED) memset(p, 1, 1 << 20); else abort(); }",
            options: Short with { Limits = Short.Limits with { MemoryBytes = 64L << 20 } });
        output.WriteLine($"memory cgroup: {bench.Sandbox.Hierarchies.LimitsMemory}; {outcome}");
        Assert.True(outcome is CallOutcome.OutOfMemory or CallOutcome.Crashed { SignalName: "SIGABRT" });
    }

    [Fact]
    public void ThreadBombMeetsItsLimit()
    {
        var outcome = Attack("""
            int made = 0;
            pthread_t thread;
            pthread_mutex_lock(&held);
            while (made < 5000 && pthread_create(&thread, 0, (void *(*)(void *))pause_forever, 0) == 0) made++;
            return made;
            """, "static pthread_mutex_t held = PTHREAD_MUTEX_INITIALIZER; static void *pause_forever(void *x) { pthread_mutex_lock(&held); return x; }");
        output.WriteLine($"pids cgroup: {bench.Sandbox.Hierarchies.LimitsTasks}; {outcome}");
        Assert.InRange(Assert.IsType<CallOutcome.Completed>(outcome).ReturnBits, 40, 256);
    }

    [Fact]
    public void ConfinedKernelStaysOnItsProcessor()
    {
        var outcome = Attack("""
            cpu_set_t set;
            CPU_ZERO(&set);
            for (int i = 0; i < 64; i++) CPU_SET(i, &set);
            sched_setaffinity(0, sizeof set, &set);
            sched_getaffinity(0, sizeof set, &set);
            return CPU_COUNT(&set);
            """, options: Short with { Processors = [0] });
        Assert.Equal(1, Assert.IsType<CallOutcome.Completed>(outcome).ReturnBits);
    }

    [Fact]
    public void WriteToInputIsFatal()
    {
        var source = "void kernel(double *x) { x[0] = 1; }";
        var input = Argument.Of<double>(new double[4], BufferAccess.Input, 8, BufferLayout.EndsAtGuard);
        Assert.Equal("SIGSEGV", Assert.IsType<CallOutcome.Crashed>(bench.CallOnce(source, Short, input)).SignalName);
    }

    [Theory]
    [InlineData(BufferLayout.EndsAtGuard, 4, "SIGSEGV")]
    [InlineData(BufferLayout.StartsAtGuard, -1, "SIGSEGV")]
    [InlineData(BufferLayout.BetweenCanaries, 4, "canary")]
    [InlineData(BufferLayout.BetweenCanaries, -1, "canary")]
    [InlineData(BufferLayout.BetweenCanaries, 3, "intact")]
    public void WriteOutsideABufferIsSeen(BufferLayout layout, int index, string expected)
    {
        var source = "void kernel(double *x, int i) { x[i] = 1; }";
        var buffer = Argument.Of<double>(new double[4], BufferAccess.Output, 8, layout);
        var seen = bench.CallOnce(source, Short, buffer, new Argument.Integer(index)) switch
        {
            CallOutcome.Crashed crashed => crashed.SignalName,
            CallOutcome.Completed completed => completed.AreCanariesIntact ? "intact" : "canary",
            var other => other.ToString(),
        };
        Assert.Equal(expected, seen);
    }

    /// <summary>What lies there must be neither absorbed by a NaN nor replaced by the like of it.</summary>
    [Theory]
    [InlineData("y[4] += 1e-9;")]
    [InlineData("y[4] = 0.0 / 0.0;")]
    [InlineData("y[4] = x[4];")]
    [InlineData("y[4] = x[-1];")]
    [InlineData("y[-1] = y[-2];")]
    [InlineData("((float *)y)[8] += 1e-6f;")]
    [InlineData("((int *)y)[8] = ((int *)y)[-1];")]
    public void WriteThatHidesInACanaryIsSeen(string write)
    {
        var outcome = bench.CallOnce(
            "void kernel(double *x, double *y) { " + write + " }", Short,
            Argument.Of<double>(new double[4], BufferAccess.Input, 8, BufferLayout.BetweenCanaries),
            Argument.Of<double>(new double[4], BufferAccess.Output, 8, BufferLayout.BetweenCanaries));
        Assert.False(Assert.IsType<CallOutcome.Completed>(outcome).AreCanariesIntact);
    }

    [Fact]
    public void LateWriterFindsTheProcessFrozen()
    {
        // The kernel returns at once and leaves a thread behind that writes the answer 50 ms later.
        var source = Headers + """
            static double *volatile target;
            static void *late(void *x) { usleep(50000); target[0] = 42; return x; }
            void kernel(double *y) { pthread_t t; target = y; pthread_create(&t, 0, late, 0); }
            """;
        var running = Assert.IsType<SessionStart.Running>(bench.Start(source, Short));
        using var session = running.Session;
        var buffer = Argument.Of<double>(new double[1], BufferAccess.Output, 8, BufferLayout.EndsAtGuard);
        var outcome = session.Call(new([buffer], ReturnClass.Integer), default);
        Assert.True(outcome is CallOutcome.KeptRunning or CallOutcome.Completed, outcome.ToString());
        Thread.Sleep(200);
        Assert.Equal(0, MemoryMarshal.Cast<byte, double>(session.Read(0))[0]);
    }

    [Theory]
    [InlineData("static void *work(void *x) { for (;;) for (int i = 0; i < 1000; i++) *(volatile double *)x += i; }")]
    [InlineData("static void *work(void *x) { char a[4096]; for (;;) { memset(a, *(char *)x, sizeof a); for (int i = 0; i < 4096; i++) *(volatile double *)x += a[i]; } }")]
    public void WorkThatOutlivesTheCallIsSeen(string thread)
    {
        var source = Headers + thread + """

            void kernel(double *y) { pthread_t t; pthread_create(&t, 0, work, y); usleep(20000); }
            """;
        var buffer = Argument.Of<double>(new double[1], BufferAccess.Output, 8, BufferLayout.EndsAtGuard);
        Assert.IsType<CallOutcome.KeptRunning>(bench.CallOnce(source, Short, buffer));
    }

    [Fact]
    public void TeamThatWaitsForItsNextRegionIsNoStray()
    {
        var source = "void kernel(double *y)\n{\n#pragma omp parallel for\nfor (int i = 0; i < 1000; i++) y[i] = i;\n}";
        using var session = Assert.IsType<SessionStart.Running>(bench.Start(source, Short with { Environment = Short.Environment.SetItem("OMP_NUM_THREADS", "4") })).Session;
        for (var call = 0; call < 50; call++)
        {
            var buffer = Argument.Of<double>(new double[1000], BufferAccess.Output, 8, BufferLayout.EndsAtGuard);
            Assert.IsType<CallOutcome.Completed>(session.Call(new([buffer], ReturnClass.Integer), default));
        }
    }

    [Fact]
    public void ForgedCompletionBuysNothing()
    {
        // The driver's data hold the address of the control page; access() tells readable addresses from guard pages.
        var source = Headers + """
            #include <link.h>
            static volatile unsigned *control;
            static int search(struct dl_phdr_info *object, size_t size, void *x)
            {
                for (int i = 0; i < object->dlpi_phnum; i++) {
                    const ElfW(Phdr) *part = &object->dlpi_phdr[i];
                    if (part->p_type != PT_LOAD || !(part->p_flags & PF_W)) continue;
                    unsigned long *word = (unsigned long *)((object->dlpi_addr + part->p_vaddr + 7) & ~7ul);
                    unsigned long *last = (unsigned long *)(object->dlpi_addr + part->p_vaddr + part->p_memsz);
                    for (; word < last; word++)
                        if (*word && *word % 4096 == 0 && (access((char *)*word, F_OK) == 0 || errno != EFAULT))
                            if (((unsigned *)*word)[32] == 1) control = (unsigned *)*word;
                }
                return 1;
            }
            void kernel(double *y)
            {
                dl_iterate_phdr(search, 0);
                control[16] = control[0];
                syscall(SYS_futex, control + 16, 1, 1, 0, 0, 0);
                usleep(100000);
                y[0] = 42;
            }
            """;
        var running = Assert.IsType<SessionStart.Running>(bench.Start(source, Short));
        using var session = running.Session;
        var buffer = Argument.Of<double>(new double[1], BufferAccess.Output, 8, BufferLayout.EndsAtGuard);
        var outcome = session.Call(new([buffer], ReturnClass.Integer), default);
        Assert.IsType<CallOutcome.KeptRunning>(outcome);
        Thread.Sleep(200);
        Assert.Equal(0, MemoryMarshal.Cast<byte, double>(session.Read(0))[0]);
    }

    [Fact]
    public void ConstructorRunsUnderTheSameRules()
    {
        Assert.Equal(3, Assert.IsType<CallOutcome.Exited>(Attack("return 0;", "__attribute__((constructor)) static void early(void) { _exit(3); }")).Code);
        Assert.Equal("SIGSYS", Assert.IsType<CallOutcome.Crashed>(Attack("return 0;", "__attribute__((constructor)) static void early(void) { fork(); }")).SignalName);
        Assert.IsType<CallOutcome.TimedOut>(Attack("return 0;", "__attribute__((constructor)) static void early(void) { for (;;) ; }"));
    }

    [Fact]
    public void MissingEntryIsNotLoaded() =>
        Assert.IsType<CallOutcome.NotLoaded>(
            Assert.IsType<SessionStart.Failed>(bench.Start("void other(void) {}", Short)).Outcome);

    private CallOutcome Attack(string body, string before = "", SessionOptions? options = null)
    {
        var outcome = bench.CallOnce($"{Headers}{before}\nlong kernel(void)\n{{\n{body}\n}}\n", options ?? Short);
        Machine.ShouldBeUnharmed(bench);
        return outcome;
    }
}
