using System;
using System.Collections.Generic;
using System.IO;

namespace GenNet;

/// <summary>Where a fit is between two epochs: what a checkpoint has in its metadata beside the settings.</summary>
/// <param name="Epoch">The epoch that has ended.</param>
/// <param name="EpochsBefore">The epochs that the trainer had begun before the fit: orders and masks follow them.</param>
/// <param name="Steps">The steps since the first epoch.</param>
/// <param name="Batches">The batches of an epoch.</param>
/// <param name="Plateau">What the schedule remembers.</param>
/// <param name="BestLoss">The lowest loss; infinite where there is none.</param>
/// <param name="BestEpoch">Its epoch; 0 where there is none.</param>
/// <param name="Waited">The epochs since.</param>
internal sealed record CheckpointPosition(
    int Epoch, long EpochsBefore, long Steps, int Batches, PlateauState Plateau, double BestLoss, int BestEpoch, int Waited)
{
    public const string EpochKey = "fit.epoch";
    private const string BeforeKey = "fit.epochs_before";
    private const string StepsKey = "fit.steps";
    private const string BatchesKey = "fit.batches";
    private const string PlateauKey = "fit.plateau.";
    private const string EarlyKey = "fit.early.";

    /// <summary>Adds it to the metadata of a checkpoint.</summary>
    public void Write(Dictionary<string, string> metadata)
    {
        metadata[EpochKey] = ScheduleSettings.Text($"{Epoch}");
        metadata[BeforeKey] = ScheduleSettings.Text($"{EpochsBefore}");
        metadata[StepsKey] = ScheduleSettings.Text($"{Steps}");
        metadata[BatchesKey] = ScheduleSettings.Text($"{Batches}");
        metadata[PlateauKey + "factor"] = ScheduleSettings.Text($"{Plateau.Factor:R}");
        metadata[PlateauKey + "best"] = ScheduleSettings.Text($"{Plateau.Best:R}");
        metadata[PlateauKey + "bad_epochs"] = ScheduleSettings.Text($"{Plateau.BadEpochs}");
        metadata[PlateauKey + "cooldown"] = ScheduleSettings.Text($"{Plateau.Cooldown}");
        metadata[EarlyKey + "best_loss"] = ScheduleSettings.Text($"{BestLoss:R}");
        metadata[EarlyKey + "best_epoch"] = ScheduleSettings.Text($"{BestEpoch}");
        metadata[EarlyKey + "waited"] = ScheduleSettings.Text($"{Waited}");
    }

    /// <summary>Reads it from the metadata of a checkpoint; all of it can have come about in a fit.</summary>
    /// <param name="file">The file.</param>
    /// <param name="path">What messages call it.</param>
    /// <param name="batches">The batches of an epoch where they are known, otherwise 0.</param>
    /// <exception cref="InvalidDataException">A value is missing, no number, or cannot be.</exception>
    public static CheckpointPosition Read(SafeTensorsFile file, string path, int batches)
    {
        var position = new CheckpointPosition(
            FileMetadata.Read<int>(file, path, EpochKey),
            file.Metadata.ContainsKey(BeforeKey) ? FileMetadata.Read<long>(file, path, BeforeKey) : 0,
            FileMetadata.Read<long>(file, path, StepsKey),
            FileMetadata.Read<int>(file, path, BatchesKey),
            new PlateauState(
                FileMetadata.Read<double>(file, path, PlateauKey + "factor"),
                FileMetadata.Read<double>(file, path, PlateauKey + "best"),
                FileMetadata.Read<int>(file, path, PlateauKey + "bad_epochs"),
                FileMetadata.Read<int>(file, path, PlateauKey + "cooldown")),
            FileMetadata.Read<double>(file, path, EarlyKey + "best_loss"),
            FileMetadata.Read<int>(file, path, EarlyKey + "best_epoch"),
            FileMetadata.Read<int>(file, path, EarlyKey + "waited"));
        position.Check(path, batches);
        return position;
    }

    private void Check(string path, int batches)
    {
        Require(Epoch is >= 1 and < int.MaxValue, EpochKey, ScheduleSettings.Text($"1 to {int.MaxValue - 1}"), Epoch);
        Require(EpochsBefore is >= 0 and <= OptimizerSettings.MostSteps, BeforeKey, ScheduleSettings.Text($"0 to {OptimizerSettings.MostSteps}"), EpochsBefore);
        Require(Batches >= 1 && (batches == 0 || Batches == batches), BatchesKey, batches == 0 ? "at least 1" : ScheduleSettings.Text($"{batches}, the batches of the data"), Batches);
        if (batches > 0)
            Require(Steps == (long)Epoch * batches, StepsKey, ScheduleSettings.Text($"{(long)Epoch * batches}, the batches of {Epoch} epochs"), Steps);
        Require(Steps is >= 1 and <= OptimizerSettings.MostSteps, StepsKey, ScheduleSettings.Text($"1 to {OptimizerSettings.MostSteps}"), Steps);
        Require(double.IsFinite(Plateau.Factor) && Plateau.Factor > 0, PlateauKey + "factor", "finite and above 0", Plateau.Factor);
        Require(!double.IsNaN(Plateau.Best), PlateauKey + "best", "a number", Plateau.Best);
        Require(Plateau.BadEpochs >= 0, PlateauKey + "bad_epochs", "at least 0", Plateau.BadEpochs);
        Require(Plateau.Cooldown >= 0, PlateauKey + "cooldown", "at least 0", Plateau.Cooldown);
        Require(BestEpoch >= 0 && BestEpoch <= Epoch, EarlyKey + "best_epoch", ScheduleSettings.Text($"0 to {Epoch}"), BestEpoch);
        Require(BestEpoch == 0 ? double.IsPositiveInfinity(BestLoss) : BestLoss < double.PositiveInfinity, EarlyKey + "best_loss", BestEpoch == 0 ? "infinite without a best epoch" : "a number", BestLoss);
        Require(Waited >= 0 && (BestEpoch == 0 ? Waited <= Epoch : Waited == Epoch - BestEpoch), EarlyKey + "waited",
            BestEpoch == 0 ? ScheduleSettings.Text($"0 to {Epoch}") : ScheduleSettings.Text($"{Epoch - BestEpoch}, the epochs since the best"), Waited);

        void Require<TValue>(bool holds, string key, string expected, TValue found)
        {
            if (!holds)
                throw new InvalidDataException(ScheduleSettings.Text($"{path}: '{key}' in its metadata must be {expected}, found {found}."));
        }
    }
}
