using System.Collections.Immutable;

namespace HpcVerify.Alarms.CrossCheck;

/// <summary>The extents of an array, outermost first, as C.</summary>
public sealed record Shape(ImmutableArray<string> Extents)
{
    public Shape(string extent, params ReadOnlySpan<string> inner) : this([extent, .. inner]) { }

    public string Innermost => Extents[^1];

    /// <summary>How many elements it has.</summary>
    public string Count => $"(long){string.Join(" * ", Extents.Select(InProduct))}";

    /// <summary>The place of an element by its coordinates: <c>(i * N + j) * K + k</c>.</summary>
    public string At(params ReadOnlySpan<string> coordinates)
    {
        var place = coordinates[0];
        for (var level = 1; level < coordinates.Length; level++)
        {
            place = $"{InProduct(place)} * {InProduct(Extents[level])} + {coordinates[level]}";
        }

        return place;
    }

    public static string InProduct(string text) => text.All(letter => char.IsLetterOrDigit(letter)) ? text : $"({text})";
}
