using System.Runtime.InteropServices;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Benchmarks;

/// <summary>A compiled kernel in this very process: no sandbox, no supervisor, a clock around the call.</summary>
internal sealed class BareKernel
{
    /// <summary>The driver's way of calling any signature (see driver.c), and its alignment; nothing else of it.</summary>
    private const string Source = """
        #include <omp.h>
        #include <time.h>
        #define L4 long, long, long, long
        #define I4(n) i[n], i[n + 1], i[n + 2], i[n + 3]
        typedef double entry(L4, L4, L4, L4, L4, L4, double, double, double, double, double, double, double, double);
        long bare(void *function, const long *i, const double *r, int threads)
        {
            struct timespec begin, end;
            omp_set_num_threads(threads);
            clock_gettime(CLOCK_MONOTONIC, &begin);
            ((entry *)function)(I4(0), I4(4), I4(8), I4(12), I4(16), I4(20), r[0], r[1], r[2], r[3], r[4], r[5], r[6], r[7]);
            clock_gettime(CLOCK_MONOTONIC, &end);
            return (end.tv_sec - begin.tv_sec) * 1000000000L + end.tv_nsec - begin.tv_nsec;
        }
        """;

    private readonly nint _entry;
    private readonly BareCall _call;

    /// <summary>Loads the object at a path.</summary>
    public BareKernel(Toolchain toolchain, string path, string entryPoint)
    {
        var built = toolchain.BuildTrusted(Source, ["-O2", "-fopenmp", "-fPIC", "-shared"], [], CancellationToken.None);
        var caller = NativeLibrary.Load(((CompileOutcome.Compiled)built).Path);
        _call = Marshal.GetDelegateForFunctionPointer<BareCall>(NativeLibrary.GetExport(caller, "bare"));
        _entry = NativeLibrary.GetExport(NativeLibrary.Load(path), entryPoint);
    }

    private delegate long BareCall(nint function, nint integers, nint reals, int threads);

    /// <summary>One call on buffers filled right before it, as the supervisor fills them.</summary>
    public TimeSpan Time(CallRequest request, int threads)
    {
        using var memory = new Memory();
        var integers = new List<long>();
        var reals = new List<double>();
        foreach (var argument in request.Arguments)
        {
            switch (argument)
            {
                case Argument.Integer integer:
                    integers.Add(integer.Value);
                    break;
                case Argument.Double real:
                    reals.Add(real.Value);
                    break;
                case Argument.Single real:
                    reals.Add(BitConverter.Int64BitsToDouble(BitConverter.SingleToUInt32Bits(real.Value)));
                    break;
                case Argument.Buffer buffer:
                    integers.Add(memory.Take(buffer));
                    break;
                default:
                    throw new NotSupportedException(argument.ToString());
            }
        }

        var (slots, values) = (memory.Take(24 * sizeof(long)), memory.Take(8 * sizeof(double)));
        Marshal.Copy(integers.ToArray(), 0, slots, integers.Count);
        Marshal.Copy(reals.ToArray(), 0, values, reals.Count);
        return TimeSpan.FromMicroseconds(_call(_entry, slots, values, threads) / 1e3);
    }

    /// <summary>Blocks of one call.</summary>
    private sealed class Memory : IDisposable
    {
        private const int Page = 4096;
        private readonly List<nint> _blocks = [];

        public nint Take(int bytes)
        {
            _blocks.Add(Marshal.AllocHGlobal(bytes + (2 * Page)));
            return (_blocks[^1] + Page) & -Page;
        }

        /// <summary>At the end of its pages, aligned as it is between guards.</summary>
        public nint Take(Argument.Buffer buffer)
        {
            var content = new byte[buffer.Length];
            buffer.Fill(content);
            var whole = (buffer.Length + Page - 1) / Page * Page;
            var start = Take(whole) + ((whole - buffer.Length) & -buffer.Alignment);
            Marshal.Copy(content, 0, start, content.Length);
            return start;
        }

        public void Dispose() => _blocks.ForEach(Marshal.FreeHGlobal);
    }
}
