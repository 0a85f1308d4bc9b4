using System.Collections.Immutable;

namespace HpcVerify.Alarms;

/// <summary>One array of the frame: its name and element type, as C and as a letter of the grammar.</summary>
public sealed record FrameBuffer(string Name, string Element, char Letter, int Width);

/// <summary>The parameters that all random kernels share, so that one driver can call any of them; every array holds n * m elements.</summary>
public static class Frame
{
    /// <summary>What every array is aligned to, and promised to be.</summary>
    public const int Alignment = 64;

    public static ImmutableArray<FrameBuffer> Buffers { get; } =
    [
        new("x", "double", 'd', 8), new("y", "double", 'd', 8), new("f", "float", 'f', 4), new("g", "float", 'f', 4),
        new("p", "int", 'i', 4), new("q", "int", 'i', 4), new("u", "unsigned", 'u', 4), new("s", "short", 's', 2),
        new("b", "unsigned char", 'b', 1), new("l", "long", 'l', 8),
    ];

    public static string Parameters { get; } = string.Join(", ", Buffers.Select(buffer => $"{buffer.Element} *{buffer.Name}")) + ", int n, int m";

    public static string Includes { get; } = "#include <immintrin.h>\n#include <limits.h>\n#include <math.h>\n#include <omp.h>\n#include <stdlib.h>\n#include <string.h>\n";
}
