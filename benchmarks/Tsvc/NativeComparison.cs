using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace HpcVerify.Benchmarks.Tsvc;

/// <summary>
/// Both functions of many pairs compiled by gcc and run on the same data at many lengths: what a verdict is held against. It
/// sees differences only where they are larger than a thousandth, which rounding does not reach on this data.
/// </summary>
internal static class NativeComparison
{
    private const string Lengths = "2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 16, 17, 20, 23, 25, 30, 31, 32, 33, 40, 60";
    private const int Largest = 60;
    private const int MostElements = (Largest * Largest) + (2 * Largest) + 64;

    /// <summary>For each pair, by the name of its transformed function, where the two differ; null where they nowhere do.</summary>
    public static ImmutableDictionary<string, string?> Run(IReadOnlyCollection<TsvcPair> pairs, string folder)
    {
        var (source, program) = (Path.Combine(folder, "tsvc_native.c"), Path.Combine(folder, "tsvc_native"));
        File.WriteAllText(source, Program(pairs));
        Call("gcc", ["-O1", "-march=native", "-ffp-contract=off", "-w", "-o", program, source, "-lm"]);
        var differences = Call(program, []).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', 2)).ToDictionary(words => words[0], words => words[1]);
        return pairs.ToImmutableDictionary(pair => pair.TransformedName, pair => differences.GetValueOrDefault(pair.TransformedName));
    }

    private static string Program(IReadOnlyCollection<TsvcPair> pairs) => $$"""
        #include <math.h>
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>
        #include <immintrin.h>
        enum { MOST = {{MostElements}}, ARRAYS = 12 };
        static const int lengths[] = { {{Lengths}} };
        static float left[ARRAYS][MOST], right[ARRAYS][MOST];
        static int indices[ARRAYS][MOST];
        static int same(float x, float y) { return x == y || (isnan(x) && isnan(y)) || fabsf(x - y) <= 1e-3f * (1 + fabsf(x)); }
        static unsigned seed = 1;
        static unsigned next(void) { return (seed = seed * 1664525u + 1013904223u) >> 8; }
        /* Small integers every other time, so that there are ties. */
        static void draw(int arrays, int elements, int round)
        {
            for (int k = 0; k < arrays; k++)
                for (int i = 0; i < elements; i++)
                    left[k][i] = right[k][i] = round % 2 ? (int)(next() % 5) - 2 : next() % 8 == 0 ? 0 : ((int)(next() % 3001) - 1500) / 1000.0f;
        }
        {{string.Concat(pairs.Select(pair => pair.Functions).Distinct())}}
        {{string.Concat(pairs.Select(pair => $"static {pair.Original}").Distinct())}}
        {{string.Concat(pairs.Select(pair => $"static {pair.Transformed}"))}}
        {{string.Concat(pairs.Select(Check))}}
        int main(void)
        {
        {{string.Concat(pairs.Select(pair => $"check_{pair.TransformedName}();\n"))}}return 0;
        }
        """;

    private static string Check(TsvcPair pair)
    {
        var signature = pair.Signature;
        var left = Arguments(signature, "left");
        var right = Arguments(signature, "right");
        var calls = signature.Returns
            ? $"float x = {pair.OriginalName}({left}), y = {pair.TransformedName}({right}); isSame = same(x, y);"
            : $"{pair.OriginalName}({left}); {pair.TransformedName}({right});";
        return $$"""
            static void check_{{pair.TransformedName}}(void)
            {
                for (unsigned l = 0; l < sizeof lengths / sizeof *lengths; l++)
                    for (int round = 0; round < 6; round++) {
                        const int len_1d = lengths[l], len_2d = lengths[l];
                        if (len_1d % {{signature.Multiple ?? 1}} != 0) continue;
                        const int elements = len_2d * len_2d + 2 * len_1d + 64;
                        draw({{signature.Arrays.Length}}, elements, round);
            {{string.Concat(signature.Arrays.Index().Where(array => array.Item.IsInteger).Select(array => $"for (int i = 0; i < elements; i++) indices[{array.Index}][i] = {(array.Item.Name == "indx" ? "1 + next() % 4" : "next() % len_1d")};\n"))}}
                        int isSame = 1;
                        {{calls}}
                        for (int k = 0; k < {{signature.Arrays.Length}}; k++) for (int i = 0; i < elements; i++) isSame = isSame && same(left[k][i], right[k][i]);
                        if (!isSame) { printf("{{pair.TransformedName}} at length %d\n", len_1d); return; }
                    }
            }

            """;
    }

    private static string Arguments(TsvcSignature signature, string side) => string.Join(", ", signature.Lengths
        .Concat(signature.Integers.Select(_ => "1")).Concat(signature.Reals.Select(_ => "0.75f"))
        .Concat(signature.Arrays.Index().Select(array => string.Create(CultureInfo.InvariantCulture, $"{(array.Item.IsInteger ? "indices" : side)}[{array.Index}]"))));

    private static string Call(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} failed: {errors.Result[..Math.Min(4000, errors.Result.Length)]}");
    }
}
