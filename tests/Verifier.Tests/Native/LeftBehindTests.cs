using System.Runtime.InteropServices;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Verifier.Tests.Native;

/// <summary>What a kernel leaves of itself in the process is seen after the call; what honest runtimes leave is not.</summary>
[Collection(NativeTests.Name)]
public sealed class LeftBehindTests(NativeBench bench)
{
    private const string Headers = """
        #define _GNU_SOURCE
        #include <fcntl.h>
        #include <fenv.h>
        #include <linux/filter.h>
        #include <linux/seccomp.h>
        #include <math.h>
        #include <omp.h>
        #include <pthread.h>
        #include <signal.h>
        #include <stdlib.h>
        #include <sys/mman.h>
        #include <sys/prctl.h>
        #include <sys/resource.h>
        #include <sys/time.h>
        #include <time.h>
        #include <unistd.h>
        static void handle(int number) { (void)number; }
        static char room[1 << 16];

        """;

    private static readonly SessionOptions Team = SessionOptions.WithThreads(3);

    public static TheoryData<string, string> Traces
    {
        get
        {
            var traces = new TheoryData<string, string>
            {
                { "fesetround(FE_UPWARD);", "another mode of floating-point arithmetic" },
                { "stack_t s = { .ss_sp = room, .ss_size = sizeof room }; sigaltstack(&s, 0);", "a stack for signal handlers" },
                { "signal(SIGUSR1, handle);", "a signal handler" },
                { "signal(SIGSEGV, handle);", "a signal handler" },
                { "signal(SIGINT, SIG_IGN);", "an ignored signal" },
                { "sigset_t s; sigemptyset(&s); sigaddset(&s, SIGTERM); sigprocmask(SIG_BLOCK, &s, 0);", "a blocked signal" },
                { "open(\"/work/kernel.so\", O_RDONLY);", "other open descriptors" },
                { "close(4);", "other open descriptors" },
                { "struct rlimit l = { 1 << 20, 1 << 20 }; setrlimit(RLIMIT_STACK, &l);", "other limits on resources" },
                { "mmap(0, 65536, PROT_READ, MAP_SHARED, 4, 0);", "a mapping of the call's buffers" },
                { "mmap(0, 65536, PROT_READ | PROT_WRITE, MAP_SHARED, 5, 0);", "a mapping of the call's buffers" },
                { "prctl(PR_SET_THP_DISABLE, 1, 0, 0, 0);", "another size of pages" },
                {
                    "struct sock_filter f = { BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW }; struct sock_fprog p = { 1, &f }; prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &p);",
                    "a filter of system calls"
                },
            };
            if (RuntimeInformation.OSArchitecture is Architecture.X64)
            {
                traces.Add("__builtin_ia32_ldmxcsr(__builtin_ia32_stmxcsr() | 0x8000);", "another mode of floating-point arithmetic");
                traces.Add("__builtin_ia32_ldmxcsr(__builtin_ia32_stmxcsr() | 0x0040);", "another mode of floating-point arithmetic");
                traces.Add("unsigned short w; __asm__(\"fnstcw %0\" : \"=m\"(w)); w ^= 0x300; __asm__ volatile(\"fldcw %0\" : : \"m\"(w));", "another mode of x87 arithmetic");
                traces.Add("__asm__ volatile(\"std\");", "the direction flag");
            }

            return traces;
        }
    }

    [Theory, MemberData(nameof(Traces))]
    public void TraceIsSeen(string body, string what) =>
        Assert.Equal(what, Assert.IsType<CallOutcome.LeftBehind>(Call(body)).What);

    /// <summary>What is put back, or is the runtime's own, is nobody's trace.</summary>
    [Theory]
    [InlineData("int mode = fegetround(); fesetround(FE_UPWARD); y[0] = rint(y[1] + 0.5); fesetround(mode);")]
    [InlineData("volatile double zero = 0; y[0] = 1 / zero; y[1] = sqrt(-1 - zero); y[2] = 1e-300 * (1e-300 + zero);")]
    [InlineData("long double sum = 0; for (int i = 0; i < 1000; i++) sum += y[i]; y[0] = (double)sum; y[1] = (double)(long)sum;")]
    [InlineData("signal(SIGUSR1, handle); signal(SIGUSR1, SIG_DFL);")]
    [InlineData("char *p = malloc(64 << 20); for (int i = 0; i < 64 << 20; i += 4096) p[i] = 1; y[0] = p[4096]; free(p);")]
    [InlineData("char *p = malloc(1 << 20); y[0] = p != 0;")]
    [InlineData("\n#pragma omp parallel for\nfor (int i = 0; i < 1000; i++) y[i] = i;\n")]
    [InlineData("\n#pragma omp parallel num_threads(6)\ny[omp_get_thread_num()] = 1;\n#pragma omp parallel num_threads(2)\ny[omp_get_thread_num()] = 2;\n")]
    [InlineData("omp_set_max_active_levels(2);\n#pragma omp parallel num_threads(2)\n{\n#pragma omp parallel num_threads(2)\ny[omp_get_level()] = 1;\n}\n")]
    [InlineData("\n#pragma omp parallel\n#pragma omp single\nfor (int i = 0; i < 100; i++)\n#pragma omp task firstprivate(i)\ny[i] = i;\n")]
    [InlineData("\n#pragma omp parallel for schedule(dynamic)\nfor (int i = 0; i < 1000; i++) { double *p = malloc(4096 * 8); p[i] = i; y[i] = p[i]; free(p); }\n")]
    public void HonestKernelIsNotAccused(string body)
    {
        using var session = Assert.IsType<SessionStart.Running>(bench.Start(Kernel(body), Team)).Session;
        for (var call = 0; call < 20; call++)
        {
            Assert.IsType<CallOutcome.Completed>(session.Call(new([Buffer()], ReturnClass.Integer), default));
        }
    }

    /// <summary>Timers cannot be set at all.</summary>
    [Theory]
    [InlineData("struct itimerval t = { { 0, 1000 }, { 0, 1000 } }; setitimer(ITIMER_REAL, &t, 0);")]
    [InlineData("alarm(1);")]
    [InlineData("timer_t t; timer_create(CLOCK_MONOTONIC, 0, &t);")]
    public void TimerIsKilled(string body) => Assert.Equal("SIGSYS", Assert.IsType<CallOutcome.Crashed>(Call(body)).SignalName);

    /// <summary>A helper that sleeps until the call is over is at work no less than one that computes.</summary>
    [Theory]
    [InlineData("usleep(1000000);")]
    [InlineData("struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t); t.tv_sec += 5; clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &t, 0);")]
    public void HelperThatSleepsThroughTheAnswerIsSeen(string sleep) =>
        Assert.IsType<CallOutcome.KeptRunning>(bench.CallOnce(
            Headers + "static void *work(void *y) { " + sleep + " *(double *)y = 42; return y; }\n"
            + "void kernel(double *y) { pthread_t t; pthread_create(&t, 0, work, y); usleep(20000); }", Team, Buffer()));

    /// <summary>What threads use counts whoever waits for them: a first thread that sleeps hides nothing.</summary>
    [Fact]
    public void ProcessorTimeOfHelpersIsCounted()
    {
        const string Source = Headers + """
            static volatile int stop;
            static void *work(void *y) { double sum = 0; while (!stop) sum += 1; *(double *)y = sum; return y; }
            void kernel(double *y) { pthread_t t; pthread_create(&t, 0, work, y); usleep(300000); stop = 1; pthread_join(t, 0); }
            """;
        var completed = Assert.IsType<CallOutcome.Completed>(bench.CallOnce(Source, Team, Buffer()));
        Assert.True(
            completed.ProcessorTime == TimeSpan.Zero || completed.ProcessorTime > TimeSpan.FromMilliseconds(20),
            $"{completed.ProcessorTime.TotalMilliseconds} ms of {completed.Elapsed.TotalMilliseconds} ms");
    }

    [Fact]
    public void TraceOfLoadingIsSeen()
    {
        var source = Headers + "__attribute__((constructor)) static void early(void) { signal(SIGFPE, handle); }\nvoid kernel(double *y) { y[0] = 1; }";
        var failed = Assert.IsType<SessionStart.Failed>(bench.Start(source, Team));
        Assert.Equal("a signal handler", Assert.IsType<CallOutcome.LeftBehind>(failed.Outcome).What);
    }

    private static string Kernel(string body) => $"{Headers}void kernel(double *y)\n{{\n(void)y; (void)handle; (void)room;\n{body}\n}}\n";

    private static Argument.Buffer Buffer() => Argument.Of<double>(new double[1000], BufferAccess.Output, 8, BufferLayout.EndsAtGuard);

    private CallOutcome Call(string body) => bench.CallOnce(Kernel(body), Team, Buffer());
}
