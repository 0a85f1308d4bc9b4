using HpcVerify.Verifier.Certificates;
using HpcVerify.Verifier.Terms;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Verifier.Tests.Certificates;

/// <summary>Scripts of true claims are proved again by another solver, and those of false ones are not.</summary>
public sealed class CertificateTests : IDisposable
{
    private readonly TermBuilder _terms = new(new TermStore());
    private readonly CertificateBook _book = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("hpcverify-certificates-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void DistributedProductIsEqualOverTheRealsOnly()
    {
        var (a, b, c) = (Float("a"), Float("b"), Float("c"));
        var product = _terms.Apply(Operator.FloatMultiply, a, _terms.Apply(Operator.FloatAdd, b, c));
        var sum = _terms.Apply(Operator.FloatAdd, _terms.Apply(Operator.FloatMultiply, a, b), _terms.Apply(Operator.FloatMultiply, a, c));

        _book.AddEqualities("true", _terms.Store, [new(product, sum, InReals: true), new(product, product, InReals: false)]);
        Assert.Equal(new(2, ""), Answers());

        _book.AddEqualities("false", _terms.Store, [new(product, sum, InReals: false)]);
        Assert.Equal(new(2, "sat"), Answers());
    }

    [Fact]
    public void ChoicesOnOneConditionAgreeOverTheReals()
    {
        var (a, b) = (Float("a"), Float("b"));
        var isLess = _terms.Apply(Operator.FloatLess, a, b);
        var larger = _terms.Ite(isLess, b, a);
        var same = _terms.Apply(Operator.FloatSubtract, _terms.Apply(Operator.FloatAdd, _terms.Ite(isLess, b, a), b), b);

        _book.AddEqualities("true", _terms.Store, [new(larger, same, InReals: true)]);
        Assert.Equal(new(1, ""), Answers());
    }

    [Fact]
    public void LibraryFunctionsGiveTheSameForTheSameArguments()
    {
        var (a, b) = (Float("a"), Float("b"));
        var isLess = _terms.Apply(Operator.FloatLess, a, b);
        var (outside, inside) = (_terms.Ite(isLess, _terms.Call("exp", a), _terms.Call("exp", b)), _terms.Call("exp", _terms.Ite(isLess, a, b)));
        var (sum, again) = (_terms.Apply(Operator.FloatAdd, inside, a), _terms.Apply(Operator.FloatAdd, a, inside));

        _book.AddEqualities("true", _terms.Store, [new(outside, inside, InReals: false), new(sum, again, InReals: true)]);
        _book.AddObligation(Property.Arithmetic, "true", _terms.Store, _terms.Apply(Operator.Equal, outside, inside));
        Assert.Equal(new(2, ""), Answers());
        Assert.Equal(new(1, ""), Answers(Property.Arithmetic));

        _book.AddEqualities("false", _terms.Store, [new(_terms.Call("pow", a, b), _terms.Call("pow", b, a), InReals: false), new(_terms.Call("sin", a), _terms.Call("cos", a), InReals: true)]);
        Assert.Equal(new(2, "sat"), Answers());
    }

    [Fact]
    public void ObligationsThatDifferInTheirElementAreAskedOnce()
    {
        foreach (var element in Enumerable.Range(0, 3))
        {
            var x = _terms.Input(Sort.Float64, "x", element);
            var isNumber = _terms.Not(_terms.Apply(Operator.FloatIsNaN, x));
            var isReflexive = _terms.Apply(Operator.Equal, isNumber, _terms.Apply(Operator.FloatEqual, x, x));
            _book.AddObligation(Property.Arithmetic, "true", _terms.Store, isReflexive);
        }

        Assert.Equal(new(1, ""), Answers(Property.Arithmetic));
        _book.AddObligation(Property.Arithmetic, "false", _terms.Store, _terms.Apply(Operator.FloatLess, Float("y"), Float("z")));
        Assert.Equal(new(1, "sat"), Answers(Property.Arithmetic));
    }

    private readonly record struct Answer(int Confirmed, string Other);

    private Answer Answers(Property property = Property.Equivalence)
    {
        var path = Path.Combine(_folder, "script.smt2");
        File.WriteAllText(path, _book.ScriptOf(property));
        var confirmation = SolverProgram.Find()!.Confirm(path, CancellationToken.None);
        Assert.StartsWith("cvc5 ", confirmation.Solver, StringComparison.Ordinal);
        return new(confirmation.Confirmed, confirmation.Other);
    }

    private Term Float(string name) => _terms.Input(Sort.Float64, name);
}
