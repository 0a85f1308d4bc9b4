using HpcVerify.TestKit;
using HpcVerify.Verifier.AllSizes;
using HpcVerify.Verifier.Certificates;
using HpcVerify.Verifier.Parametric;
using HpcVerify.Verifier.Smt;
using HpcVerify.Verifier.Tests.Bounded;

namespace HpcVerify.Verifier.Tests.AllSizes;

/// <summary>What isl takes to be impossible, asked again of other solvers; <c>benchmarks -- exclusions</c> asks it of the whole corpus.</summary>
public sealed class ExclusionTests
{
    private const uint Units = 1_000_000;

    [Theory]
    [InlineData("stencil3d"), InlineData("triangular_solve"), InlineData("matmul-paper")]
    public void Z3AndCvc5AgreeWithIsl(string task)
    {
        var questions = 0;
        foreach (var book in Fixture.In($"corpus/{task}/accept").Select(row => BookOf(task, (string)row[0])))
        {
            foreach (var subject in book.Subjects)
            {
                var excluded = book.Of(subject);
                questions += excluded.Length;
                Assert.All(excluded, formula => Assert.IsType<IntegerAnswer.Unsatisfiable>(IntegerQuestion.Ask(ExclusionBook.QuestionOf(formula), Units)));
                Assert.Equal((excluded.Length, ""), Confirmed(book, subject));
            }
        }

        Assert.NotEqual(0, questions);
    }

    /// <summary>An alarm that never rings says nothing.</summary>
    [Fact]
    public void AFalseExclusionIsContradicted()
    {
        var size = IntegerPolynomial.Of(new Dimension(0, "n", DimensionKind.Parameter, null, default));
        var possible = Formula.And(Formula.AtLeast(size, IntegerPolynomial.Of(3)), Formula.Less(size, IntegerPolynomial.Of(5)));
        var book = new ExclusionBook { Subject = "bounds" };
        book.Add(possible);

        Assert.IsType<IntegerAnswer.Satisfiable>(IntegerQuestion.Ask(ExclusionBook.QuestionOf(possible), Units));
        Assert.Equal((0, "sat"), Confirmed(book, "bounds"));
    }

    private static ExclusionBook BookOf(string task, string path)
    {
        var book = new ExclusionBook();
        var request = CorpusVerification.RequestOf(task, Fixture.Read(path).Source)!;
        AllSizesVerification.Verify(request, AllSizesOptions.Usual with { Exclusions = book }, CancellationToken.None);
        return book;
    }

    private static (int Confirmed, string Other) Confirmed(ExclusionBook book, string subject)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, book.ScriptOf(subject));
            var answer = SolverProgram.Find()!.Confirm(path, CancellationToken.None);
            return (answer.Confirmed, answer.Other);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
