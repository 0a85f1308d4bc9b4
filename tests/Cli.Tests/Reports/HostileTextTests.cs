using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using HpcVerify.Cli.Reports;

namespace HpcVerify.Cli.Tests.Reports;

/// <summary>
/// Whatever a file, its name or a command line holds: no report and no complaint commands a terminal, a server that keeps the log,
/// a browser, or another program.
/// </summary>
public sealed class HostileTextTests : IDisposable
{
    private const int MostAtoms = 7;

    private const string Axpy = """
        void axpy_optimized(int n, double alpha, const double *x, double *y)
        {
            for (int i = 0; i < n - 1; i++)
                y[i] += alpha * x[i];
        }
        """;

    private static readonly string[] Atoms =
    [
        "\u001b[31m", "\u001b]0;owned\a", "\b\b", "\u009b2J", "\u0085", "\u202e", "\u2066", "\u200b", "\u2028", "\ufeff", "\ue000", "\n::error::owned\n", "\n", "\r", "\t",
        "::error::", "##[error]owned", "##vso[task.complete]", "`", "```", "|", "<script>alert(1)<", "]]>", "-->", "&amp;", "![a](b)", "@all", "{0}", "%0A", "$(id)", "\"", "'", "\\",
        ",", ";", "*", " ", "ö", "\U0001F600",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("hpcverify-hostile-").FullName;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 4)];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, MemberData(nameof(Seeds))]
    public void NoReportOfAFileIsMoreThanAReport(int seed)
    {
        var random = new Random(seed);
        var path = Write($"{Text(random)}.c", Source(random));
        foreach (var command in (string[])["check", "races", "techniques"])
        {
            var places = ReportFormat.All.Where(format => format != ReportFormat.Text).ToDictionary(format => format.Name, format => Path.Combine(_folder, $"report.{format.Name}"));

            var answer = Tool.Run([command, path, "-v", .. places.SelectMany(place => new[] { "-o", $"{place.Key}={place.Value}" })]);

            ShouldBeHarmless(answer.Errors);
            ShouldBeHarmless(answer.Output);
            var printed = PrintableText.Line(path);
            Assert.All(LinesOf(answer.Output), line => Assert.True(line.StartsWith(printed, StringComparison.Ordinal) || line.StartsWith("  ", StringComparison.Ordinal), line));
            foreach (var (format, place) in places)
            {
                ShouldBeNothingElse(File.ReadAllText(place), format);
            }
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void ADumpIsNodesOnly(int seed)
    {
        var random = new Random(seed);
        var path = Write($"{Text(random)}.c", Source(random));
        foreach (var stage in (string[])["syntax", "kernel", "accesses"])
        {
            var (_, output, errors) = Tool.Run("dump", "--stage", stage, path);

            ShouldBeHarmless(output);
            ShouldBeHarmless(errors);
        }
    }

    [Theory]
    [InlineData("HOSTILE")]
    [InlineData("check", "HOSTILE")]
    [InlineData("check", "-HOSTILE")]
    [InlineData("check", "--kernel", "HOSTILE", "FILE")]
    [InlineData("check", "--baseline", "HOSTILE", "FILE")]
    [InlineData("check", "--detectors", "HOSTILE", "FILE")]
    [InlineData("check", "--format", "HOSTILE", "FILE")]
    [InlineData("check", "-o", "sarif=FOLDER/HOSTILE/", "FILE")]
    [InlineData("check", "-p", "HOSTILE")]
    [InlineData("races", "HOSTILE")]
    [InlineData("techniques", "HOSTILE")]
    [InlineData("techniques", "--entry", "HOSTILE", "FILE")]
    [InlineData("verify", "HOSTILE")]
    [InlineData("verify", "--sizes", "HOSTILE", "FILE")]
    [InlineData("verify", "--assume", "HOSTILE", "FILE")]
    [InlineData("score", "HOSTILE")]
    [InlineData("score", "--opt", "HOSTILE", "FILE")]
    [InlineData("equiv", "HOSTILE", "HOSTILE", "--contract", "HOSTILE")]
    [InlineData("equiv", "HOSTILE:f", "HOSTILE:g", "--contract", "HOSTILE")]
    [InlineData("equiv", "FILE:HOSTILE", "FILE:HOSTILE", "--contract", "FILE")]
    [InlineData("replay", "HOSTILE")]
    [InlineData("replay", "WITNESS")]
    [InlineData("testgen", "HOSTILE")]
    [InlineData("dump", "HOSTILE")]
    [InlineData("dump", "--stage", "HOSTILE", "FILE")]
    [InlineData("explain", "HOSTILE")]
    [InlineData("config", "show", "--origin", "FOLDER/settings/HOSTILE/x.c")]
    [InlineData("kernels", "--format", "HOSTILE")]
    public void NoComplaintObeysACommandLine(params string[] words)
    {
        var random = new Random(words.Length);
        var file = Write("kernel.c", Axpy);
        for (var round = 0; round < 2; round++)
        {
            var text = Text(random);
            var witness = Write("witness.json", JsonSerializer.Serialize(new { schema = "hpcverify-witness-1", task = text, kernel = new { path = text, sha256 = text } }));
            Write($"settings/{text}/.hpcverify.json", JsonSerializer.Serialize(new { kernel = text }));

            var (code, output, errors) = Tool.Run([.. words.Select(word => word
                .Replace("WITNESS", witness, StringComparison.Ordinal).Replace("FOLDER", _folder, StringComparison.Ordinal)
                .Replace("FILE", file, StringComparison.Ordinal).Replace("HOSTILE", text, StringComparison.Ordinal))]);

            ShouldBeHarmless(output);
            ShouldBeHarmless(errors);
            Assert.NotEqual(ExitCode.Internal, code);
            Assert.NotEqual("", output + errors);
        }
    }

    /// <summary>What is named after a kernel is named in programs, in their build commands, and in words to copy.</summary>
    [Fact]
    public void FilesNamedAfterAKernelHavePlainNames()
    {
        var kernel = Write("$(id) *\u202e;\"\n.c", Axpy);
        var made = Path.Combine(_folder, "made");

        Assert.Equal(ExitCode.Finding, Tool.Run("testgen", "--kernel", "axpy", "--output", made, kernel).Code);
        Assert.Equal(ExitCode.Finding, Tool.Run("verify", "--kernel", "axpy", "--sizes", "n=1", "--witness", made, kernel).Code);

        Assert.Equal([".c", ".json"], Directory.GetFiles(made).Select(Path.GetExtension).Order());
        Assert.All(Directory.GetFiles(made).Select(Path.GetFileName), name => Assert.All(name!, character => Assert.True(char.IsAsciiLetterOrDigit(character) || "_-.".Contains(character, StringComparison.Ordinal), name)));
        Assert.DoesNotContain("$(id)", File.ReadAllText(Directory.GetFiles(made, "*.c").Single()), StringComparison.Ordinal);
    }

    private static void ShouldBeNothingElse(string report, string format)
    {
        switch (format)
        {
            case "json" or "sarif" or "sarif-github":
                JsonDocument.Parse(report).Dispose();
                Assert.DoesNotContain('<', report);
                break;
            case "junit":
                Assert.Equal("testsuites", XElement.Parse(report).Name);
                break;
            case "github":
                Assert.All(LinesOf(report), line => Assert.Matches("^::(error|warning|notice) file=[^,:]*,line=[0-9]+,col=[0-9]+,endLine=[0-9]+,endColumn=[0-9]+,title=[^,:]+::", line));
                ShouldHaveShape(report);
                return;
            case "markdown":
                Assert.All(LinesOf(report).Skip(2), line => Assert.Equal(5, line.Count(character => character == '|')));
                Assert.All(["<", "`", "](", "![", "$", "@"], markup => Assert.DoesNotContain(markup, report, StringComparison.Ordinal));
                break;
            default:
                Assert.Fail($"nobody says what '{format}' may hold");
                break;
        }

        ShouldBeHarmless(report);
    }

    private static void ShouldBeHarmless(string text)
    {
        ShouldHaveShape(text);
        Assert.All(LinesOf(text), line => Assert.False(line.TrimStart().StartsWith("::", StringComparison.Ordinal), line));
    }

    /// <summary>Nothing but line feeds and what is seen, in the order in which it is seen, and no command that works anywhere in a line.</summary>
    private static void ShouldHaveShape(string text)
    {
        Assert.DoesNotContain(text.EnumerateRunes(), rune => rune.Value != '\n' && Rune.GetUnicodeCategory(rune) is
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse);
        Assert.All(["##[", "##vso["], command => Assert.DoesNotContain(command, text, StringComparison.Ordinal));
    }

    private static string[] LinesOf(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Text(Random random) => string.Concat(random.GetItems(Atoms, random.Next(2, MostAtoms)));

    /// <summary>Hostile wherever C lets a file say what it likes: comments, strings, names of headers, sections and variables.</summary>
    private static string Source(Random random)
    {
        // An identifier may hold marks for the direction of writing (C11, annex D).
        var name = $"v\u202e{random.Next(10)}\u2067ö\\u00f6";
        return $$"""
            #include "{{Inside(random, '"')}}.h"
            #include <{{Inside(random, '>')}}.h>
            #include <dlfcn.h>
            /* {{Inside(random, '*')}} */
            // {{Inside(random, '\\')}}
            const char *text = "{{Inside(random, '"')}}";
            double {{name}} __attribute__((section("{{Inside(random, '"')}}")));
            void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
            {
                {{name}}_undeclared(0);
                dlsym(0, "{{Inside(random, '"')}}");
                asm("# {{Inside(random, '"')}}");
                __builtin_prefetch(A + M);
            #pragma omp parallel for
                for (int i = 0; i < N; i++)
                    {{name}} = A[i];
            }

            """;
    }

    /// <summary>Hostile text on one line, without what would end the place it is put in.</summary>
    private static string Inside(Random random, char end) =>
        string.Concat(Text(random).Where(character => character is not ('\n' or '\r' or '\\') && character != end));

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
