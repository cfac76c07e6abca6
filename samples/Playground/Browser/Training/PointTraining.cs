using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace Playground.Browser;

/// <summary>A network that learns to tell points of two classes apart.</summary>
internal sealed class PointTraining
{
    private readonly int _seed;
    private IReadOnlyList<PlanePoint> _points;
    private int _epochs;

    /// <param name="model">The network.</param>
    /// <param name="settings">How it is trained.</param>
    /// <param name="points">What it is trained on.</param>
    /// <param name="seed">Of the order of the points.</param>
    public PointTraining(Model model, TrainingSettings settings, IReadOnlyList<PlanePoint> points, int seed)
    {
        (Model, _points, _seed) = (model, points, seed);
        Settings = settings;
        Batches = new PointBatches(points, settings.Batch, seed);
        model.Use(settings.CreateOptimizer(), settings.Penalty);
    }

    /// <summary>The network.</summary>
    public Model Model { get; }

    /// <summary>How it is trained.</summary>
    public TrainingSettings Settings { get; private set; }

    /// <summary>What it is trained on.</summary>
    public PointBatches Batches { get; private set; }

    /// <summary>The steps so far.</summary>
    public int Steps { get; private set; }

    /// <summary>The epochs that are over.</summary>
    public int Epochs => _epochs + Batches.Epochs;

    /// <summary>Whether a loss was not finite: the steps have been too long, and no further one is taken.</summary>
    public bool Diverged { get; private set; }

    /// <summary>The mean loss of all points, without the penalty; NaN where there are none.</summary>
    public float Loss => _points.Count == 0 ? float.NaN : Model.Evaluate(Batches.Inputs, Batches.Targets);

    /// <summary>Of all points, the part on the side of its class; NaN where there are none.</summary>
    public double Accuracy
    {
        get
        {
            ReadOnlySpan<float> outputs = Model.Activations(Batches.Inputs)[^1].Span;
            int right = 0;
            for (int i = 0; i < outputs.Length; i++)
                right += outputs[i] > 0.5f == (Batches.Targets[i] == 1) ? 1 : 0;
            return right / (double)outputs.Length;
        }
    }

    /// <summary>Steps, epochs, loss, accuracy, and 1 where it has diverged, else 0.</summary>
    public float[] State() => [Steps, Epochs, Loss, (float)Accuracy, Diverged ? 1 : 0];

    /// <summary>The points, as they are: x, y and class of each.</summary>
    public float[] Numbers() => [.. _points.SelectMany(point => (float[])[point.X, point.Y, point.Class])];

    /// <summary>Goes on with other settings, and an optimizer without a history.</summary>
    public void Use(TrainingSettings settings)
    {
        if (settings.Batch != Settings.Batch)
            Rearrange(settings.Batch);
        Settings = settings;
        Diverged = false;
        Model.Use(settings.CreateOptimizer(), settings.Penalty);
    }

    /// <summary>Goes on with other points.</summary>
    public void Use(IReadOnlyList<PlanePoint> points)
    {
        _points = points;
        Rearrange(Settings.Batch);
    }

    /// <summary>Takes steps until there are enough of them, the time is over or a loss is not finite.</summary>
    /// <param name="most">At most so many steps.</param>
    /// <param name="time">No step begins after this time; the first one always does.</param>
    /// <returns>The steps that were taken.</returns>
    public int Run(int most, TimeSpan time)
    {
        long start = Stopwatch.GetTimestamp();
        int taken = 0;
        while (taken < most && !Diverged && _points.Count > 0 && (taken == 0 || Stopwatch.GetElapsedTime(start) < time))
        {
            if (!float.IsFinite(Model.Step(Batches.CurrentInputs, Batches.CurrentTargets)))
            {
                Diverged = true;
                break;
            }

            Batches.Next();
            taken++;
        }

        Steps += taken;
        return taken;
    }

    private void Rearrange(int batch)
    {
        _epochs = Epochs;
        Batches = new PointBatches(_points, batch, _seed);
    }
}
