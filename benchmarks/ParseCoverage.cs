using System.Globalization;
using System.Text.RegularExpressions;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Benchmarks;

/// <summary>
/// How much of other people's C is read whole: <c>dotnet run -c Release --project benchmarks -- parse-coverage FOLDER…</c>
/// prints, for every folder of sources, the share of functions without an Unsupported node and the reasons for the rest.
/// Headers a folder brings itself are written in place of their <c>#include</c>, because the front end opens no files.
/// </summary>
internal static partial class ParseCoverage
{
    private const int ReasonsShown = 8;

    public static void Print(IEnumerable<string> folders, TextWriter output)
    {
        var kernels = CorpusKernels.Load();
        var rows = folders.Select(folder => Measure(folder, kernels)).ToList();
        output.WriteLine("| sources | files | functions | whole as syntax | whole as kernel | files with errors |");
        output.WriteLine("|---|--:|--:|--:|--:|--:|");
        foreach (var row in rows)
        {
            output.WriteLine(Invariant($"| {row.Name} | {row.Files} | {row.Functions} | {Share(row.WholeSyntax, row.Functions)} | {Share(row.WholeKernel, row.Functions)} | {row.FilesWithErrors} |"));
        }

        foreach (var row in rows)
        {
            output.WriteLine();
            output.WriteLine($"{row.Name}, why not:");
            output.WriteLine();
            foreach (var (reason, count) in row.Reasons.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal).Take(ReasonsShown))
            {
                output.WriteLine(Invariant($"- {count} × {reason}"));
            }
        }
    }

    private static Row Measure(string folder, CorpusKernels kernels)
    {
        var row = new Row(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))));
        var headers = Directory.EnumerateFiles(folder, "*.h", SearchOption.AllDirectories).ToLookup(path => Path.GetFileName(path));
        foreach (var path in Directory.EnumerateFiles(folder, "*.c", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var text = InPlace(File.ReadAllText(path), Path.GetDirectoryName(path)!, headers, []);
            var parsed = kernels.FrontEnd.Parse(SourceText.From(path, text));
            row.Add(parsed.Value, Lowering.Lower(parsed.Value).Value);
        }

        return row;
    }

    private static string InPlace(string text, string directory, ILookup<string, string> headers, HashSet<string> seen) =>
        Include().Replace(text, match =>
        {
            var name = Path.GetFileName(match.Groups["name"].Value);
            var own = headers[name].OrderBy(path => Path.GetDirectoryName(path) == directory ? 0 : 1).ThenBy(path => path, StringComparer.Ordinal).FirstOrDefault();
            return own is null ? match.Value
                : seen.Add(own) ? InPlace(File.ReadAllText(own), Path.GetDirectoryName(own)!, headers, seen) + "\n"
                : "";
        });

    private static string Share(int part, int whole) => Invariant($"{part} ({100.0 * part / Math.Max(1, whole):0.0} %)");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("^[ \t]*#[ \t]*include[ \t]*[<\"](?<name>[^>\"]+)[>\"]", RegexOptions.Multiline)]
    private static partial Regex Include();

    private sealed class Row(string name)
    {
        public string Name => name;

        public int Files { get; private set; }

        public int FilesWithErrors { get; private set; }

        public int Functions { get; private set; }

        public int WholeSyntax { get; private set; }

        public int WholeKernel { get; private set; }

        public Dictionary<string, int> Reasons { get; } = [];

        public void Add(SyntaxTree tree, Module module)
        {
            Files++;
            FilesWithErrors += tree.Errors.IsEmpty ? 0 : 1;
            foreach (var error in tree.Errors)
            {
                Count($"error: {error.Text}");
            }

            foreach (var function in tree.Definitions)
            {
                Functions++;
                WholeSyntax += HasGap(function) ? 0 : 1;
            }

            foreach (var function in module.Functions.Where(function => function.Body is not null))
            {
                var reasons = KernelWalk.DescendantsAndSelf(function.Body!).Select(ReasonOf).OfType<string>().Distinct().ToList();
                WholeKernel += reasons.Count == 0 ? 1 : 0;
                reasons.ForEach(Count);
            }
        }

        private static bool HasGap(Declaration.Function function) =>
            SyntaxWalk.DescendantsAndSelf(function).Any(node => node is Declaration.Unsupported or Statement.Unsupported or Expression.Unsupported);

        private static string? ReasonOf(object node) => node switch
        {
            KernelStatement.Unsupported statement => statement.Reason,
            Value.Unsupported value => value.Reason,
            _ => null,
        };

        private void Count(string reason)
        {
            var general = Quoted().Replace(reason, "'…'");
            Reasons[general] = Reasons.GetValueOrDefault(general) + 1;
        }
    }

    [GeneratedRegex("'[^']*'")]
    private static partial Regex Quoted();
}
