using System;
using System.Collections.Generic;

namespace Playground.Browser;

/// <summary>Points as rows of inputs and targets, all of them and batch by batch.</summary>
internal sealed class PointBatches
{
    private readonly BatchOrder _order;
    private readonly float[] _batchInputs, _batchTargets;

    /// <param name="points">The points.</param>
    /// <param name="batch">The points of a batch; 0 for all of them.</param>
    /// <param name="seed">Of their order.</param>
    public PointBatches(IReadOnlyList<PlanePoint> points, int batch, int seed)
    {
        _order = new BatchOrder(points.Count, batch, seed);
        Inputs = new float[2 * points.Count];
        Targets = new float[points.Count];
        for (int i = 0; i < points.Count; i++)
            (Inputs[2 * i], Inputs[2 * i + 1], Targets[i]) = (points[i].X, points[i].Y, points[i].Class);
        _batchInputs = new float[2 * _order.Current.Length];
        _batchTargets = new float[_order.Current.Length];
        Gather();
    }

    /// <summary>All points, [points x 2].</summary>
    public float[] Inputs { get; }

    /// <summary>Their classes, [points x 1].</summary>
    public float[] Targets { get; }

    /// <summary>The epochs that are over.</summary>
    public int Epochs => _order.Epochs;

    /// <summary>The points of the batch to come.</summary>
    public ReadOnlySpan<int> Current => _order.Current;

    /// <summary>The inputs of the batch to come.</summary>
    public ReadOnlySpan<float> CurrentInputs => _batchInputs.AsSpan(0, 2 * Current.Length);

    /// <summary>The targets of the batch to come.</summary>
    public ReadOnlySpan<float> CurrentTargets => _batchTargets.AsSpan(0, Current.Length);

    /// <summary>Goes to the next batch.</summary>
    public void Next()
    {
        _order.Next();
        Gather();
    }

    private void Gather()
    {
        int row = 0;
        foreach (int point in Current)
        {
            (_batchInputs[2 * row], _batchInputs[2 * row + 1]) = (Inputs[2 * point], Inputs[2 * point + 1]);
            _batchTargets[row++] = Targets[point];
        }
    }
}
