using HpcVerify.Trainer.Search;
using HpcVerify.Trainer.Training;

namespace HpcVerify.Trainer.Tests.Training;

public sealed class RunRecordTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hpcverify-record");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("quick")]
    [InlineData("paper")]
    public void WhatIsReadIsWhatWasWritten(string preset)
    {
        var usual = TrainingPreset.Named(preset);
        var written = TinyRun.Record(1, 0) with { Preset = preset, Search = usual.Search, Settings = usual.Settings with { Beta = 0.01, Objective = "verl" }, PeakGflops = null };
        written.Write(_folder.FullName);
        var (read, problem) = RunRecord.Read(_folder.FullName);

        Assert.Null(problem);
        Assert.Equal(written with { Versions = read!.Versions }, read);
        Assert.Equal(written.Versions, read.Versions);
    }

    [Theory]
    [InlineData("hpcverify-run-1", "hpcverify-run-9", "a run in the format 'hpcverify-run-9' cannot be read")]
    [InlineData("\"objective\": \"paper\"", "\"objective\": \"toast\"", "there is no objective 'toast'")]
    public void AnotherFormatOrObjectiveIsRefused(string from, string to, string said)
    {
        TinyRun.Record(1, 0).Write(_folder.FullName);
        var path = Path.Combine(_folder.FullName, RunRecord.FileName);
        File.WriteAllText(path, File.ReadAllText(path).Replace(from, to, StringComparison.Ordinal));

        Assert.Contains(said, RunRecord.Read(_folder.FullName).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void EverySettingOfAPresetIsSound() => Assert.All(TrainingPreset.All, preset =>
    {
        Assert.Null(preset.Settings.Problem());
        Assert.Null(preset.Search.Problem());
        Assert.Equal(preset.Search, SearchOptions.Usual with { GroupSize = preset.Search.GroupSize, GroupsPerStep = preset.Search.GroupsPerStep, ParentsPerStage = preset.Search.ParentsPerStage });
    });
}
