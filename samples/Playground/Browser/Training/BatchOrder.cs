using System;
using GenNet;

namespace Playground.Browser;

/// <summary>The batches of one epoch after another, each epoch in a new order. The batch to come can be seen before its step is taken.</summary>
internal sealed class BatchOrder
{
    private readonly RandomStream _random;
    private readonly int[] _order;
    private readonly int _batch;
    private int _start;

    /// <param name="count">The samples.</param>
    /// <param name="batch">The samples of a batch; 0 for all of them. The last batch of an epoch may have fewer.</param>
    /// <param name="seed">Of the orders.</param>
    public BatchOrder(int count, int batch, int seed)
    {
        _random = new RandomStream((uint)seed, stream: 7);
        _order = new int[count];
        for (int i = 0; i < count; i++)
            _order[i] = i;
        _batch = batch <= 0 ? count : Math.Min(batch, count);
        Shuffle();
    }

    /// <summary>The epochs that are over.</summary>
    public int Epochs { get; private set; }

    /// <summary>The samples of the batch to come.</summary>
    public ReadOnlySpan<int> Current => _order.AsSpan(_start, Math.Min(_batch, _order.Length - _start));

    /// <summary>Goes to the next batch.</summary>
    public void Next()
    {
        _start += _batch;
        if (_start < _order.Length)
            return;
        _start = 0;
        Epochs++;
        Shuffle();
    }

    /// <summary>One batch of all samples needs no order, and is easier to follow without.</summary>
    private void Shuffle()
    {
        if (_batch < _order.Length)
            _random.Shuffle(_order.AsSpan());
    }
}
