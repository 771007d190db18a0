# One function per kind of room. A floor links only what lies below it: the link line is the arrow.

add_library(br_flags INTERFACE)
target_compile_definitions(br_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_NO_URL_CAST_FROM_STRING QT_DISABLE_DEPRECATED_BEFORE=0x060400
    BR_VERSION="${PROJECT_VERSION}")
target_compile_options(br_flags INTERFACE -Wall -Wextra -Wpedantic -Wconversion)
# gcc 12 warns of "x" + std::string by mistake when it optimizes (gcc bug 105651).
target_compile_options(br_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
# Several files are one to the compiler (a build of a third of the time): a class with parts from an unnamed namespace is then no fault.
# The preset check has a compiler run for each file.
if(CMAKE_UNITY_BUILD)
    target_compile_options(br_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endif()
if(BR_WARNINGS_AS_ERRORS)
    target_compile_options(br_flags INTERFACE -Werror)
endif()
# Where code is instrumented or much is inlined, gcc 12 sees uninitialized parts of std::optional where there are none; the dev build
# warns of the real ones.
if(BR_SANITIZE OR BR_SANITIZE_THREADS OR CMAKE_BUILD_TYPE STREQUAL "Release")
    target_compile_options(br_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
endif()
if(BR_SANITIZE)
    target_compile_options(br_flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_link_options(br_flags INTERFACE -fsanitize=address,undefined)
endif()
if(BR_SANITIZE_THREADS)
    target_compile_options(br_flags INTERFACE -fsanitize=thread -fno-omit-frame-pointer)
    target_link_options(br_flags INTERFACE -fsanitize=thread)
endif()
target_include_directories(br_flags INTERFACE ${PROJECT_SOURCE_DIR})

# br_floor(<name> [MOC] LINKS <targets…>): a static library of all sources in the current folder (and below it); MOC where
# there are QObjects.
function(br_floor name)
    cmake_parse_arguments(FLOOR "MOC" "" "LINKS" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/*.h)
    # A folder below that is a floor of its own keeps its sources.
    file(GLOB_RECURSE rooms CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*/CMakeLists.txt)
    foreach(room ${rooms})
        get_filename_component(folder ${room} DIRECTORY)
        list(FILTER sources EXCLUDE REGEX "^${folder}/")
    endforeach()
    list(FILTER sources EXCLUDE REGEX "/part\\.cpp$") # br_part()
    if(NOT sources MATCHES "\\.cpp")
        add_library(br_${name} INTERFACE)
        target_link_libraries(br_${name} INTERFACE br_flags ${FLOOR_LINKS})
        return()
    endif()
    add_library(br_${name} STATIC ${sources})
    target_link_libraries(br_${name} PUBLIC br_flags ${FLOOR_LINKS})
    if(NOT FLOOR_MOC)
        set_target_properties(br_${name} PROPERTIES AUTOMOC OFF)
    endif()
endfunction()

# br_part(<name> LINKS <targets…>): the folder's part.cpp as a plugin that the command line loads when it needs it.
function(br_part name)
    cmake_parse_arguments(PART "" "" "LINKS" ${ARGN})
    add_library(br_part_${name} MODULE part.cpp)
    target_link_libraries(br_part_${name} PRIVATE br_flags ${PART_LINKS})
    set_target_properties(br_part_${name} PROPERTIES PREFIX "" OUTPUT_NAME ${name} LIBRARY_OUTPUT_DIRECTORY ${BR_PART_DIR}
        CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
endfunction()

# br_tests(<program> TESTS <names…> LINKS <targets…>): <name>.cpp of the current folder, each a test of Qt Test, as one program
# that runs one of them by its name (tests/run): what they share is compiled and linked once, and no test meets another.
function(br_tests program)
    cmake_parse_arguments(ALL "" "" "TESTS;LINKS" ${ARGN})
    set(target test_${program})
    list(TRANSFORM ALL_TESTS APPEND .cpp OUTPUT_VARIABLE sources)
    add_executable(${target} ${sources} ${PROJECT_SOURCE_DIR}/tests/run/main.cpp)
    target_link_libraries(${target} PRIVATE br_flags Qt6::Test ${ALL_LINKS})
    set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests UNITY_BUILD_BATCH_SIZE 5)
    get_filename_component(room ${CMAKE_CURRENT_SOURCE_DIR} NAME)
    foreach(name ${ALL_TESTS})
        add_test(NAME ${name} COMMAND ${target} ${name})
        set_tests_properties(${name} PROPERTIES LABELS ${room} TIMEOUT 600
            ENVIRONMENT "QT_QPA_PLATFORM=offscreen;BILLINGRECONCILE_PLUGINS=${BR_PLUGIN_DIR}")
    endforeach()
    # Tests of the core and the connectors run a second time under the sanitizers: ./dev test.
    if(room MATCHES "^(core|connectors)_")
        set_tests_properties(${ALL_TESTS} PROPERTIES LABELS "${room};sanitized")
        if(NOT TARGET sanitized_tests)
            add_custom_target(sanitized_tests)
        endif()
        add_dependencies(sanitized_tests ${target})
    endif()
endfunction()
