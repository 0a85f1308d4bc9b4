using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using HpcVerify.Rewards.Service;

namespace HpcVerify.Trainer.Search.Prompting;

/// <summary>
/// The texts that prompts are made of, by name: one for each purpose (<c>begin</c>, <c>deepen</c>, <c>improve</c>, <c>repair</c>), one for each stage
/// (<c>stage-1</c> to <c>stage-6</c>), and <c>answer</c>, which says what an answer looks like. A text has words in double braces, for which others are put.
/// </summary>
public sealed partial class PromptTemplates
{
    private const string Extension = ".md", Prefix = "HpcVerify.Trainer.Prompts.";
    private const int LastStage = 6, LargestFile = 1 << 20;

    private static readonly ImmutableHashSet<string> Places = ["entry", "title", "specification", "hardware", "stage", "kernel", "feedback", "answer", "level"];

    private readonly ImmutableDictionary<string, string> _texts;

    private PromptTemplates(ImmutableDictionary<string, string> texts) => _texts = texts;

    /// <summary>The names of all texts.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. Enum.GetValues<Purpose>().Select(NameOf), .. Enumerable.Range(1, LastStage).Select(NameOf), "answer",
    ];

    /// <summary>Those of this program.</summary>
    public static PromptTemplates Usual { get; } = new(Names.ToImmutableDictionary(name => name, Embedded));

    /// <summary>A hash of all texts.</summary>
    public string Hash => ContentHash.Of([.. Names.Select(name => ContentHash.Part(name, _texts[name]))]).Text;

    /// <summary>
    /// Those of a folder in place of those of this program: <c>deepen.md</c> for all tasks, <c>matmul/deepen.md</c> for one. What the folder does not have
    /// stays as it is; what it has and nobody would ask for is a mistake.
    /// </summary>
    public static (PromptTemplates? Templates, string? Problem) Read(string folder, string task)
    {
        var texts = Usual._texts;
        try
        {
            foreach (var file in new[] { folder, Path.Combine(folder, task) }.Where(Directory.Exists).SelectMany(Files))
            {
                var name = Path.GetFileNameWithoutExtension(file);
                if (ProblemOf(file, name) is { } problem)
                {
                    return (null, problem);
                }

                texts = texts.SetItem(name, File.ReadAllText(file, Encoding.UTF8));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, $"the prompts in '{folder}' cannot be read: {exception.Message}");
        }

        return Directory.Exists(folder) ? (new(texts), null) : (null, $"'{folder}' is no folder with prompts");
    }

    /// <summary>The text for a purpose in a stage.</summary>
    /// <param name="values">What is put for the words in braces, but for <c>stage</c> and <c>answer</c>, which are texts themselves.</param>
    public string Fill(Purpose purpose, int stage, IReadOnlyDictionary<string, string> values)
    {
        var texts = new Dictionary<string, string>(values) { ["stage"] = "", ["answer"] = "" };
        var (limits, answer) = (Put(_texts[NameOf(stage)], texts), Put(_texts["answer"], texts));
        return Put(_texts[NameOf(purpose)], new Dictionary<string, string>(values) { ["stage"] = limits, ["answer"] = answer });
    }

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*" + Extension).Order(StringComparer.Ordinal);

    private static string? ProblemOf(string file, string name) =>
        !Names.Contains(name) ? $"'{file}' is asked for by nobody; the prompts are: {string.Join(", ", Names)}"
        : new FileInfo(file).Length > LargestFile ? $"'{file}' is larger than 1 MiB"
        : Place().Matches(File.ReadAllText(file, Encoding.UTF8)).Select(place => place.Groups[1].Value).FirstOrDefault(place => !Places.Contains(place)) is { } unknown
            ? $"'{file}' has a place '{unknown}'; there are: {string.Join(", ", Places.Order(StringComparer.Ordinal))}"
            : null;

    private static string NameOf(Purpose purpose) => purpose.ToString().ToLowerInvariant();

    private static string NameOf(int stage) => string.Create(CultureInfo.InvariantCulture, $"stage-{stage}");

    private static string Put(string text, Dictionary<string, string> values) => Place().Replace(text, place => values[place.Groups[1].Value].Trim('\n'));

    private static string Embedded(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + name + Extension)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\{\{([a-z]+)\}\}")]
    private static partial Regex Place();
}
