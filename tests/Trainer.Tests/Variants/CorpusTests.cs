using System.Collections.Immutable;
using System.Text;
using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Hardware;
using HpcVerify.TestKit;
using HpcVerify.Trainer.Variants;
using HpcVerify.Trainer.Variants.Corpus;

namespace HpcVerify.Trainer.Tests.Variants;

/// <summary>Edits, the lines they become, and what of them is held out.</summary>
public sealed class CorpusTests
{
    private static readonly ImmutableArray<HardwareSpecification> Machines =
        [.. HardwareReader.Names(Repository.PathOf("corpus/hardware")).Select(name => HardwareReader.Find(Repository.PathOf("corpus/hardware"), name).Specification!)];

    private static readonly ImmutableArray<Edit> Edits = [.. new EditSampler(["gemv", "matmul"], Machines, EditOptions.Usual).Draw(3).Take(300)];

    [Fact]
    public void TheSameSeedDrawsTheSameEdits() =>
        Assert.Equal(Edits, new EditSampler(["gemv", "matmul"], Machines, EditOptions.Usual).Draw(3).Take(300));

    [Fact]
    public void EveryKindIsDrawn() => Assert.Equal(Enum.GetValues<EditKind>(), Edits.Select(edit => edit.Kind).Distinct().Order());

    [Fact]
    public void RepairsGoFromBrokenToRight() => Assert.All(
        Edits.Where(edit => edit.Kind == EditKind.Repair),
        edit => Assert.True(edit.Source.Recipe == edit.Target.Recipe with { Fault = edit.Source.Recipe.Fault } && edit.Source.Recipe.Fault != Fault.None && edit.Target.Recipe.Fault == Fault.None));

    [Fact]
    public void OnlyRepairsBeginWithWhatIsBroken() =>
        Assert.All(Edits.Where(edit => edit.Kind != EditKind.Repair), edit => Assert.Equal(Fault.None, edit.Source.Recipe.Fault));

    [Fact]
    public void DeepeningLeadsToALaterStage() =>
        Assert.All(Edits.Where(edit => edit.Kind == EditKind.Deepen), edit => Assert.True(
            edit.Source.Recipe.Techniques.Length < edit.Target.Recipe.Techniques.Length && edit.Source.Recipe.Techniques.All(edit.Target.Recipe.Techniques.Contains), $"{edit}"));

    [Fact]
    public void ImprovementsAreFasterAndOfTheSameStage() =>
        Assert.All(Edits.Where(edit => edit.Kind == EditKind.Improve), edit => Assert.True(
            edit.Source.Recipe.Stage == edit.Target.Recipe.Stage && PredictedSpeed.Of(edit.Source.Recipe) < PredictedSpeed.Of(edit.Target.Recipe), $"{edit}"));

    [Fact]
    public void PortsNameTwoMachines() =>
        Assert.All(Edits.Where(edit => edit.Kind == EditKind.Port), edit => Assert.True(edit.SourceMachine != edit.TargetMachine && edit.Source.Recipe.Unit != edit.Target.Recipe.Unit, $"{edit}"));

    [Fact]
    public void BrokenTargetsAreAShareOfThose()
    {
        var others = Edits.Where(edit => edit.Kind != EditKind.Repair).ToList();

        Assert.InRange(others.Count(edit => edit.Target.Recipe.Fault != Fault.None), others.Count * 0.12, others.Count * 0.28);
        Assert.All(new EditSampler(["dot"], Machines, new(0)).Draw(4).Take(50), edit => Assert.Equal(Fault.None, edit.Target.Recipe.Fault));
    }

    [Fact]
    public void ATenthOfTheRecipesIsTheFastest()
    {
        var (speeds, fastest) = (RecipeSpace.All("matmul").Select(PredictedSpeed.Of).ToList(), PredictedSpeed.FastestTenth("matmul"));

        Assert.InRange(speeds.Count(speed => speed >= fastest), speeds.Count * 0.1, speeds.Count * 0.13);
    }

    [Fact]
    public void LinesAreReadAsTheyWereWritten()
    {
        var lines = Build(15);
        var texts = lines.Select(line => line.Write()).ToList();

        Assert.All(texts, text => Assert.Equal(text, CorpusLine.Read(text, "corpus").Line?.Write()));
        Assert.Equal(texts, Build(15).Select(line => line.Write()));
    }

    [Fact]
    public void NothingOfTheFastestTenthIsTrainedOn()
    {
        var file = Encoding.UTF8.GetBytes(string.Concat(Build(40).Select(line => line.Write() + "\n")));
        var (set, _) = PretrainingSet.Read(file, "corpus.jsonl");
        var fastest = PredictedSpeed.FastestTenth("matmul");

        Assert.NotEmpty(set!.HeldOut);
        Assert.All(set.Train, line => Assert.True(line.Source.PredictedSpeed < fastest && line.Target.PredictedSpeed < fastest));
        Assert.All(set.HeldOut, line => Assert.True(line.Source.PredictedSpeed >= fastest || line.Target.PredictedSpeed >= fastest));
    }

    [Fact]
    public void NobodyProvedSoNothingIsVerified() => Assert.All(Build(20), line => Assert.Equal((false, "source: not verified"), (line.Verified, line.Scope)));

    [Theory]
    [InlineData("", "'corpus.jsonl' holds no edits")]
    [InlineData("{}\n", "'corpus.jsonl', line 1")]
    [InlineData("int x;\n", "'corpus.jsonl', line 1")]
    public void WhatIsNoCorpusIsSaidSo(string text, string sentence) =>
        Assert.Contains(sentence, PretrainingSet.Read(Encoding.UTF8.GetBytes(text), "corpus.jsonl").Problem, StringComparison.Ordinal);

    [Fact]
    public void APromptSaysWhatIsWanted()
    {
        var text = new ExampleText("dot", 3, EditKind.Port, "avx512 512 bits 96 cores L1 32", "sve 256 bits 64 cores L1 64", Rewards.Policy.Level.Ok, "double dot_optimized;\n");

        Assert.Equal("// port dot stage 3\n// for avx512 512 bits 96 cores L1 32\n// from sve 256 bits 64 cores L1 64\n// is ok\ndouble dot_optimized;\n// becomes\n", text.Prompt);
    }

    private static ImmutableArray<CorpusLine> Build(int count) => new CorpusBuilder(FrontEndForTests.FrontEnd, Machines, new NoJudge(), jobs: 1).Build(
        new([KernelTaskReader.Read(Repository.PathOf("corpus/matmul"), FrontEndForTests.Parse).Value!], count, 9, EditOptions.Usual, "NOASSERTION", "0"), CancellationToken.None);
}
