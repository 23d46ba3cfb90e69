package io.weirworks.executor.engine.process;

import io.weirworks.executor.engine.EngineContract;

class LocalProcessEngineTest extends LocalProcessFixture implements EngineContract {}
