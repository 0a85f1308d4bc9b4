using System.Collections.Immutable;
using HpcVerify.Alarms.Grammar;

namespace HpcVerify.Alarms.CrossCheck;

/// <summary>Passes whose innermost loop stores whole AVX2 vectors, with a scalar tail or masks for what is left.</summary>
public sealed class Vectors(Choice choice, Slips slips, AffineFrame frame, Nests nests)
{
    public string Any()
    {
        var output = frame.Output;
        var rows = new Shape(output.Extents.Length > 1 ? output.Extents[..^1] : ["1"]);
        return nests.Over(rows, at => Row(output.Extents.Length > 1 ? output.At([.. at, "0"]) : "0"));
    }

    private string Row(string row)
    {
        var (counter, limit, type) = (choice.Name("j"), frame.Output.Innermost, frame.Counter);
        var (set, store, lanes) = frame.Element switch
        {
            "double" => ("_mm256_set1_pd(1)", "_mm256_{0}_pd({1}, {2})", 4),
            "float" => ("_mm256_set1_ps(1)", "_mm256_{0}_ps({1}, {2})", 8),
            _ => ("_mm256_set1_epi32(1)", "_mm256_{0}_si256((__m256i *)({1}), {2})", 8),
        };
        // Rows are aligned only where their length is a multiple of a vector's.
        var kind = frame.IsAligned && choice.OneIn(2) ? "store" : "storeu";
        var whole = string.Format(System.Globalization.CultureInfo.InvariantCulture, store, kind, $"y + {row} + {counter}", set) + ";";
        var main = $"{type} {counter} = 0;\nfor (; {slips.Or($"{counter} + {lanes - 1} < {limit}", $"{counter} < {limit}", $"{counter} + {lanes - 2} < {limit}")}; {counter} += {slips.Or($"{lanes}", $"{lanes + 1}")}) {whole}";
        return frame.Element == "double" && choice.OneIn(2) ? $"{main}\n{Masked(row, counter)}" : $"{main}\n{slips.Or($"for (; {counter} < {limit}; {counter}++) y[{row} + {counter}] = 1;", "", $"for (; {counter} + 1 < {limit}; {counter}++) y[{row} + {counter}] = 1;")}";
    }

    private string Masked(string row, string counter)
    {
        var limit = frame.Output.Innermost;
        var left = choice.Name("left");
        return $"const long {left} = (long)({limit}) - (long){counter};\nif ({left} > 0) _mm256_maskstore_pd(y + {row} + {counter}, _mm256_cmpgt_epi64(_mm256_set1_epi64x({slips.Or(left, $"{left} + 1", $"{left} - 1")}), _mm256_setr_epi64x(0, 1, 2, 3)), _mm256_set1_pd(2));";
    }
}
