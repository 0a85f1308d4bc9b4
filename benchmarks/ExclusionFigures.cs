using System.Globalization;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.AllSizes;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Certificates;
using HpcVerify.Verifier.Smt;

namespace HpcVerify.Benchmarks;

/// <summary>
/// What claims for all sizes about the corpus take to be impossible, asked again of Z3 and of cvc5, by
/// <c>dotnet run -c Release --project benchmarks -- exclusions [task]</c>. A point that one of them finds is an alarm.
/// </summary>
internal static class ExclusionFigures
{
    private const uint Units = 1_000_000;

    /// <summary>The exit code: 1 at an alarm.</summary>
    public static int Print(string? only, TextWriter output)
    {
        var kernels = CorpusKernels.Load();
        var cvc5 = SolverProgram.Find();
        var alarms = new List<string>();
        output.WriteLine("| task | kernels | questions | Z3 agrees | Z3 open | cvc5 agrees |");
        output.WriteLine("|---|--:|--:|--:|--:|--:|");
        foreach (var folder in KernelTaskReader.Names(kernels.Workbench.Installation.CorpusDirectory).Where(name => only is null || name == only)
                     .Select(name => Path.Combine(kernels.Workbench.Installation.CorpusDirectory, name)))
        {
            var row = new Row();
            foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "accept"), "*.c").Order(StringComparer.Ordinal))
            {
                Ask(kernels, folder, file, cvc5, row, alarms);
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {Path.GetFileName(folder)} | {row.Kernels} | {row.Questions} | {row.Z3} | {row.Open} | {(cvc5 is null ? "not installed" : row.Cvc5)} |"));
        }

        alarms.ForEach(output.WriteLine);
        return alarms.Count == 0 ? 0 : 1;
    }

    private static void Ask(CorpusKernels kernels, string folder, string file, SolverProgram? cvc5, Row row, List<string> alarms)
    {
        var task = KernelTaskReader.Read(folder, kernels.FrontEnd.Parse).Value!;
        var request = VerificationRequest.Of(task, SourceText.From(file, File.ReadAllText(file)), source => kernels.FrontEnd.ParseWithLibrary(source).Value)!;
        var book = new ExclusionBook();
        AllSizesVerification.Verify(request, AllSizesOptions.Usual with { Exclusions = book }, CancellationToken.None);
        row.Kernels++;
        foreach (var subject in book.Subjects)
        {
            var excluded = book.Of(subject);
            row.Questions += excluded.Length;
            foreach (var formula in excluded)
            {
                switch (IntegerQuestion.Ask(ExclusionBook.QuestionOf(formula), Units))
                {
                    case IntegerAnswer.Unsatisfiable:
                        row.Z3++;
                        break;
                    case IntegerAnswer.Satisfiable found:
                        alarms.Add($"ALARM {file}, {subject}: Z3 finds {string.Join(", ", found.Values.Select(value => $"{value.Key} = {value.Value}"))} for {formula}");
                        break;
                    default:
                        row.Open++;
                        break;
                }
            }

            row.Cvc5 += cvc5 is null ? 0 : Confirmed(cvc5, book.ScriptOf(subject), $"{file}, {subject}", alarms);
        }
    }

    private static int Confirmed(SolverProgram cvc5, string script, string where, List<string> alarms)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, script);
        var answer = cvc5.Confirm(path, CancellationToken.None);
        File.Delete(path);
        if (answer.Other == "sat")
        {
            alarms.Add($"ALARM {where}: cvc5 finds a point");
        }

        return answer.Confirmed;
    }

    private sealed class Row
    {
        public int Kernels { get; set; }

        public int Questions { get; set; }

        public int Z3 { get; set; }

        public int Open { get; set; }

        public int Cvc5 { get; set; }
    }
}
