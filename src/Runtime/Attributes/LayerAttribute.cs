using System;

namespace GenNet;

/// <summary>What every layer attribute has. The layers of a network are the layer attributes of its class, in order.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
#pragma warning disable CS3015 // Nobody outside of the library derives from it.
public abstract class LayerAttribute : Attribute
#pragma warning restore CS3015
{
    // What a layer means is known to the generator: a class of a user's own would mean nothing.
    private protected LayerAttribute()
    {
    }
}
