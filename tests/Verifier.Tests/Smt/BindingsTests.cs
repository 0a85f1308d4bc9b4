using System.Numerics;
using HpcVerify.Verifier.Smt;
using Microsoft.Z3;

namespace HpcVerify.Verifier.Tests.Smt;

/// <summary>The Z3 bindings, by way of small queries over the integers.</summary>
[Collection(TestsAlone.Name)]
public sealed class BindingsTests
{
    public BindingsTests() => NativeLibraries.Load();

    [Fact]
    public void TheLoadedLibraryTellsItsVersion()
    {
        var (_, version) = NativeLibraries.Probe()!.Value;

        Assert.Contains($"{Microsoft.Z3.Version.Major}.{Microsoft.Z3.Version.Minor}", version, StringComparison.Ordinal);
    }

    [Fact]
    public void ASatisfiableSystemHasAModelThatSatisfiesIt()
    {
        using var context = new Context(new() { ["model"] = "true" });
        using var solver = context.MkSolver("QF_LIA");
        var x = context.MkIntConst("x");
        var y = context.MkIntConst("y");
        solver.Assert(
            context.MkEq(context.MkAdd(x, context.MkMul(context.MkInt(3), y)), context.MkInt(20)),
            context.MkGt(x, context.MkInt(10)),
            context.MkGe(y, context.MkInt(3)));

        Assert.Equal(Status.SATISFIABLE, solver.Check());
        using var model = solver.Model;
        Assert.Equal((11L, 3L), (((IntNum)model.Eval(x, true)).Int64, ((IntNum)model.Evaluate(y, true)).Int64));
    }

    [Fact]
    public void AContradictionIsUnsatisfiableUntilItIsPopped()
    {
        using var context = new Context();
        using var solver = context.MkSolver();
        var flag = context.MkBoolConst("flag");
        solver.Assert(context.MkOr(flag, context.MkFalse()));
        solver.Push();
        solver.Assert(context.MkNot(context.MkAnd(flag, context.MkTrue())));

        Assert.Equal(Status.UNSATISFIABLE, solver.Check());
        solver.Pop();
        Assert.Equal(Status.SATISFIABLE, solver.Check());
        Assert.Equal(Status.UNSATISFIABLE, solver.Check(context.MkNot(flag)));
    }

    [Theory]
    [InlineData(7, 3, 2, 1)]
    [InlineData(-7, 3, -3, 2)]
    [InlineData(7, -3, -2, 1)]
    [InlineData(-7, -3, 3, 2)]
    public void DivisionLeavesARemainderThatIsNotNegative(long dividend, long divisor, long quotient, long remainder)
    {
        using var context = new Context();
        var division = context.MkDiv(context.MkInt(dividend), context.MkInt(divisor)).Simplify();
        var modulo = context.MkMod(context.MkInt(dividend), context.MkInt(divisor)).Simplify();

        Assert.Equal((quotient, remainder), (((IntNum)division).Int64, ((IntNum)modulo).Int64));
    }

    [Fact]
    public void NumeralsHaveNoLimit()
    {
        using var context = new Context();
        var square = (IntNum)context.MkMul(context.MkInt(long.MinValue), context.MkInt(long.MinValue)).Simplify();

        Assert.Equal(BigInteger.Pow(2, 126), square.BigInteger);
        Assert.Throws<Z3Exception>(() => square.Int64);
        Assert.Equal(-BigInteger.Pow(2, 126), ((IntNum)context.MkUnaryMinus(square).Simplify()).BigInteger);
    }

    [Fact]
    public void EqualTermsAreOneNode()
    {
        using var context = new Context();
        var x = context.MkIntConst("x");

        Assert.True(context.MkAdd(x, context.MkInt(1)) == context.MkAdd(x, context.MkInt(1)));
        Assert.True(context.MkITE(context.MkTrue(), x, context.MkInt(1)).Simplify() == x);
        Assert.True(context.MkImplies(context.MkLt(x, x), context.MkFalse()).Simplify().IsTrue);
    }

    [Fact]
    public void AMistakeIsAnExceptionAndNotTheEndOfTheProcess()
    {
        using var context = new Context();

        Assert.Throws<Z3Exception>(() => context.MkEq(context.MkInt(1), context.MkTrue()));
        Assert.Throws<Z3Exception>(() => context.MkSolver().Pop());
    }

    [Fact]
    public void ABudgetEndsTheSearchAtTheSamePlaceEveryTime()
    {
        var answers = Enumerable.Range(0, 3).Select(_ => SumOfCubes(solverUnits: 50_000)).ToArray();

        Assert.All(answers, answer => Assert.Equal((Status.UNKNOWN, answers[0].Reason), answer));
    }

    [Fact]
    public void TenThousandQueriesNeedNoMoreMemoryThanOneThousand()
    {
        const int WarmUp = 1_000, Total = 10_000;
        const long AllowedGrowthInBytes = 20 << 20;
        SolveRepeatedly(WarmUp);
        var before = ResidentBytes();
        SolveRepeatedly(Total - WarmUp);

        Assert.InRange(ResidentBytes() - before, long.MinValue, AllowedGrowthInBytes);
    }

    [Fact]
    public void DisposedTermsAreReleasedWhileTheirContextLives()
    {
        const int Terms = 300_000;
        const long AllowedGrowthInBytes = 20 << 20;
        using var context = new Context();
        using var x = context.MkIntConst("x");
        var before = ResidentBytes();
        for (var i = 0; i < Terms; i++)
        {
            using var number = context.MkInt(i);
            using var sum = context.MkAdd(x, number);
        }

        Assert.InRange(ResidentBytes() - before, long.MinValue, AllowedGrowthInBytes);
    }

    /// <summary>Three cubes that sum to 42: no solver finds the known answer within any budget of ours.</summary>
    private static (Status Status, string Reason) SumOfCubes(uint solverUnits)
    {
        using var context = new Context();
        using var solver = context.MkSolver("QF_NIA");
        using var parameters = context.MkParams().Add("rlimit", solverUnits);
        solver.Parameters = parameters;
        var cubes = new[] { "x", "y", "z" }.Select(context.MkIntConst).Select(x => context.MkMul(x, x, x));
        solver.Assert(context.MkEq(context.MkAdd(cubes), context.MkInt(42)));
        return (solver.Check(), solver.ReasonUnknown);
    }

    private static void SolveRepeatedly(int times)
    {
        const int QueriesPerContext = 100;
        for (var first = 0; first < times; first += QueriesPerContext)
        {
            using var context = new Context();
            for (var i = first; i < first + QueriesPerContext; i++)
            {
                Solve(context, i);
            }
        }
    }

    private static void Solve(Context context, int bound)
    {
        using var solver = context.MkSolver("QF_LIA");
        using var x = context.MkIntConst("x");
        using var number = context.MkInt(bound);
        using var constraint = context.MkLe(number, x);
        solver.Assert(constraint);
        Assert.Equal(Status.SATISFIABLE, solver.Check());
        using var model = solver.Model;
        using var value = model.Eval(x, true);
        Assert.True(((IntNum)value).Int64 >= bound);
    }

    private static long ResidentBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        const int ResidentPages = 1;
        return long.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[ResidentPages]) * Environment.SystemPageSize;
    }
}
