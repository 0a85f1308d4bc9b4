using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using HpcVerify.Parser.Native;

namespace HpcVerify.Trainer.Model;

/// <summary>
/// Products of single-precision matrices by OpenBLAS: the file that <c>HPCVERIFY_LIBOPENBLAS</c> names, else the system's. OpenBLAS is told
/// to use the calling thread alone: whoever wants two cores calls from two threads, each with rows of its own, so that no product depends
/// on how a library splits it.
/// </summary>
public static unsafe partial class OpenBlas
{
    private const string Library = "libopenblas";
    private const string Setting = "HPCVERIFY_LIBOPENBLAS";
    private const int RowMajor = 101, AsIs = 111, Transposed = 112;

    private static readonly NativeLibrarySearch Search = new(
        Library, Setting, "cblas_sgemm", ["libopenblas.so.0", "libopenblas.so"], "apt-get install libopenblas0");

    private static readonly Lazy<bool> Registered = new(Register);

    /// <summary>Why no model can be trained here, in a sentence that says where the library was looked for and how to install it; null where it is there.</summary>
    public static string? WhyMissing() => WhyMissing(Environment.GetEnvironmentVariable(Setting));

    internal static string? WhyMissing(string? explicitFile) => Search.TryOpen(explicitFile) is not null ? null
        : $"OpenBLAS was not found, searched: {string.Join(", ", Search.Candidates(explicitFile))}; install it with '{Search.Remedy}' or name the file in {Setting}";

    /// <summary>Finds the library, once; safe to call from any thread.</summary>
    /// <exception cref="DllNotFoundException">There is none: <see cref="WhyMissing()"/> would have said so.</exception>
    internal static void Load() => _ = Registered.Value;

    /// <summary><c>into = scale · left · right + keep · into</c>; with <paramref name="keep"/> 0, what was there is not read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Multiply(Matrix left, Matrix right, Matrix into, float scale = 1, float keep = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(left.Columns, right.Rows);
        ArgumentOutOfRangeException.ThrowIfNotEqual(left.Rows, into.Rows);
        ArgumentOutOfRangeException.ThrowIfNotEqual(right.Columns, into.Columns);
        if (into.IsTransposed)
        {
            throw new ArgumentException("a product is written row by row", nameof(into));
        }

        fixed (float* a = left.Values, b = right.Values, c = into.Values)
        {
            cblas_sgemm(
                RowMajor, left.IsTransposed ? Transposed : AsIs, right.IsTransposed ? Transposed : AsIs, into.Rows, into.Columns, left.Columns,
                scale, a, left.Stride, b, right.Stride, keep, c, into.Stride);
        }
    }

    private static bool Register()
    {
        var library = Search.Open(Environment.GetEnvironmentVariable(Setting));
        NativeLibrary.SetDllImportResolver(typeof(OpenBlas).Assembly, (name, _, _) => name == Library ? library.Handle : 0);
        openblas_set_num_threads(1);
        return true;
    }

    [LibraryImport(Library)]
    private static partial void cblas_sgemm(
        int order, int transposeLeft, int transposeRight, int rows, int columns, int depth,
        float alpha, float* left, int leftStride, float* right, int rightStride, float beta, float* into, int intoStride);

    [LibraryImport(Library)]
    private static partial void openblas_set_num_threads(int threads);
}
