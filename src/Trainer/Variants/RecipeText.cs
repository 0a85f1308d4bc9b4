using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace HpcVerify.Trainer.Variants;

/// <summary>Recipes as lines: <c>matmul ijk unit=avx512 block=4x2 tile=64x64x0 tail=mask threads=for prefetch=8 fused names</c>.</summary>
internal static partial class RecipeText
{
    public static string Print(Recipe recipe) => string.Join(' ', Words(recipe));

    /// <summary>What <see cref="Print"/> wrote; null where the line is no recipe.</summary>
    public static Recipe? Parse(string line)
    {
        if (Shape().Match(line) is not { Success: true } match)
        {
            return null;
        }

        var flags = match.Groups["flag"].Captures.Select(capture => capture.Value).ToImmutableHashSet(StringComparer.Ordinal);
        var recipe = new Recipe(
            match.Groups["task"].Value, match.Groups["order"].Value, Word<VectorUnit>(match, "unit"), Number(match, "rows"), Number(match, "columns"),
            new(Number(match, "i"), Number(match, "j"), Number(match, "k")), Word<Tail>(match, "tail"), Word<Threading>(match, "threads"), Number(match, "prefetch"),
            flags.Contains("fused"), flags.Contains("rows"), flags.Contains("names"), flags.Contains("packed"), Word<Fault>(match, "fault"));

        // One line for one recipe: a word that does not exist, or a number where a word belongs, is not printed again.
        return Print(recipe) == line ? recipe : null;
    }

    private static IEnumerable<string> Words(Recipe recipe)
    {
        yield return $"{recipe.Task} {recipe.Order} unit={Lower(recipe.Unit)} block={recipe.Rows}x{recipe.Columns} tile={recipe.Tile}";
        yield return $"tail={Lower(recipe.Tail)} threads={Lower(recipe.Threading)} prefetch={recipe.Prefetch}";
        var flags = new[] { ("fused", recipe.IsFused), ("rows", recipe.HasRowPointers), ("names", recipe.HasNames), ("packed", recipe.IsPacked) };
        foreach (var (word, _) in flags.Where(flag => flag.Item2))
        {
            yield return word;
        }

        if (recipe.Fault != Fault.None)
        {
            yield return $"fault={Lower(recipe.Fault)}";
        }
    }

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static T Word<T>(Match match, string group)
        where T : struct, Enum => Enum.TryParse<T>(match.Groups[group].Value, ignoreCase: true, out var value) ? value : default;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        """
        ^(?<task>[a-z0-9]+)\ (?<order>[ijk]+)\ unit=(?<unit>[a-z0-9]+)\ block=(?<rows>\d{1,3})x(?<columns>\d{1,3})
        \ tile=(?<i>\d{1,5})x(?<j>\d{1,5})x(?<k>\d{1,5})\ tail=(?<tail>[a-z]+)\ threads=(?<threads>[a-z]+)\ prefetch=(?<prefetch>\d{1,4})
        (\ (?<flag>fused|rows|names|packed))*(\ fault=(?<fault>[a-z]+))?$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
