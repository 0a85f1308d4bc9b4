using System.Globalization;
using System.Text;
using HpcVerify.Trainer.Search.Archives;

namespace HpcVerify.Trainer.Search.Reports;

/// <summary>Which kernel was made of which, as an indented list.</summary>
public static class SearchTree
{
    private const int DeepestIndent = 40;

    /// <summary>Kernels that became parents, and how many children of each rung they had; leaves are counted and not listed.</summary>
    public static string Print(IReadOnlyList<Kernel> kernels)
    {
        var children = kernels.Where(kernel => kernel.Group.Parent is not null).ToLookup(kernel => kernel.Group.Parent!.Value);
        var text = new StringBuilder();
        var open = new Stack<(Kernel Kernel, int Depth)>(kernels.Where(kernel => kernel.Group.Parent is null).Select(seed => (seed, 0)));
        while (open.TryPop(out var next))
        {
            var (kernel, depth) = next;
            text.Append(' ', 2 * Math.Min(depth, DeepestIndent)).AppendLine(CultureInfo.InvariantCulture, $"{Line(kernel)}{Offspring(children[kernel.Id])}");
            foreach (var parent in children[kernel.Id].Where(child => children.Contains(child.Id)).Reverse())
            {
                open.Push((parent, depth + 1));
            }
        }

        return text.ToString();
    }

    /// <summary>One kernel: number, purpose, stage, and what became of it.</summary>
    public static string Line(Kernel kernel) => string.Create(
        CultureInfo.InvariantCulture,
        $"#{kernel.Id} {(kernel.Group.Parent is null ? "seed" : kernel.Group.Purpose.ToString().ToLowerInvariant())} stage {kernel.Group.Stage} {What(kernel.Outcome)}");

    private static string What(Outcome? outcome) => outcome switch
    {
        null => "not scored here",
        { Level: null } => "unscored",
        { Performance: { } performance } => string.Create(CultureInfo.InvariantCulture, $"ok {performance:0.###}"),
        { Level: { } level } => level.ToString().ToLowerInvariant(),
    };

    private static string Offspring(IEnumerable<Kernel> children)
    {
        var counts = children.GroupBy(child => child.Outcome?.Level).OrderByDescending(group => group.Key).Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {group.Key?.ToString().ToLowerInvariant() ?? "unscored"}"));
        return string.Join(", ", counts) is { Length: > 0 } text ? $": {text}" : "";
    }
}
